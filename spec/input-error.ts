/**
 * Input that cannot be used: a flag, a spec, a file. The message is one clear line that names the place (flag, or
 * file:line:column), what was found and what was expected. The command line prints it and exits with status 2.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** Where the input stands, for example `--policy` or `trace.csv:17`; empty when that goes without saying. */
  readonly place: string;
  /** What was found and what was expected. */
  readonly problem: string;

  constructor(place: string, problem: string) {
    super(place === '' ? problem : `${place}: ${problem}`);
    this.place = place;
    this.problem = problem;
  }
}
