/** What a page of the studio knows of the server that it comes from. */
export interface StudioData {
  /** Proves to the server that a request comes from its own page. */
  readonly token: string;
  /** Where experiments are kept, for people. */
  readonly folder: string;
}

/** The header that carries the token. */
export const TOKEN_HEADER = 'x-tierlab-token';

/** Options of an experiment by name; a flag is true. */
export type Experiment = Readonly<Record<string, string | boolean>>;
