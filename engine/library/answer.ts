/** What a get answers. */
export type Answer<Value> =
  | { readonly hit: true; readonly value: Value; readonly level: string }
  | { readonly hit: false };

/** One for all: a miss says nothing more. */
export const MISS: { readonly hit: false } = Object.freeze({ hit: false });
