/**
 * How policies and workloads describe themselves. Catalogue, command-line help, documentation, JSON Schema and validation
 * are all derived from these plain objects; nothing is listed twice.
 */

interface NumberParameter {
  readonly type: 'number' | 'integer';
  readonly default: number;
  readonly min?: number;
  readonly max?: number;
  readonly summary: string;
}

/** Seconds; written `300`, `300s`, `5m`, `100ms`. */
interface DurationParameter {
  readonly type: 'duration';
  readonly default: number;
  readonly min?: number;
  readonly max?: number;
  readonly summary: string;
}

interface ChoiceParameter {
  readonly type: 'choice';
  readonly choices: readonly string[];
  readonly default: string;
  readonly summary: string;
}

interface FlagParameter {
  readonly type: 'flag';
  readonly default: boolean;
  readonly summary: string;
}

/** A free word, for example the spec of another policy. */
interface TextParameter {
  readonly type: 'text';
  /** What the text is; the spec of another policy unless it says otherwise. */
  readonly meaning?: string;
  readonly default: string;
  readonly summary: string;
}

export type Parameter = NumberParameter | DurationParameter | ChoiceParameter | FlagParameter | TextParameter;

export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> = P extends { type: 'number' | 'integer' | 'duration' }
  ? number
  : P extends { type: 'flag' }
    ? boolean
    : P extends { type: 'choice'; choices: readonly (infer Choice)[] }
      ? Choice
      : string;

/** The values a description's `create` receives: one for each parameter, validated, defaults filled in. */
export type ValuesOf<P extends Parameters> = { readonly [Name in keyof P]: ValueOf<P[Name]> };

export type Value = number | boolean | string;
export type Values = Readonly<Record<string, Value>>;

/** The part that everything with a spec has in common. */
export interface Description {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** One line, no full stop at its end. */
  readonly summary: string;
  /** One paragraph of whole sentences: how it works, where it wins and where it loses. */
  readonly about?: string;
  readonly parameters: Parameters;
}

/** Where an algorithm was published. */
export interface Paper {
  readonly authors: string;
  readonly title: string;
  readonly venue: string;
  readonly year: number;
}
