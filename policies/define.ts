import type { Description, Paper, Parameters, Values, ValuesOf } from '../spec/parameter.ts';

/** One entry of a family's catalogue: a plain description, and how to build the policy from a context and checked values. */
export interface PolicyDescription<Context, Policy> extends Description {
  /** Where it was published; null for folklore and for this project's own. */
  readonly paper: Paper | null;
  create(context: Context, values: Values): Policy;
}

/** Makes a family's `define…` function: the values that `create` receives are typed by the parameters beside it. */
export function definer<Context, Policy>() {
  return <const P extends Parameters>(description: {
    readonly name: string;
    readonly aliases?: readonly string[];
    readonly summary: string;
    readonly about?: string;
    readonly paper: Paper | null;
    readonly parameters: P;
    create(context: Context, values: ValuesOf<P>): Policy;
  }): PolicyDescription<Context, Policy> => ({
    ...description,
    // The catalogue forgets P; resolveSpec has validated the values against these very parameters.
    create: (context, values) => description.create(context, values as ValuesOf<P>),
  });
}
