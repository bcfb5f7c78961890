import { InputError } from '../../../../spec/input-error.ts';
import { type Experiment, type StudioData, TOKEN_HEADER } from '../../studio-data.ts';

/** The experiments that the server keeps. Each method @throws InputError with what the server says is wrong. */
export class Experiments {
  private readonly headers: Readonly<Record<string, string>>;

  constructor({ token }: StudioData) {
    this.headers = { [TOKEN_HEADER]: token };
  }

  async names(): Promise<readonly string[]> {
    return (await this.ask('/experiments', {})).names as readonly string[];
  }

  async open(name: string): Promise<Experiment> {
    return (await this.ask(`/experiments/${encodeURIComponent(name)}`, {})).options as Experiment;
  }

  /** @returns the name of the file */
  async save(name: string, options: Experiment, replace: boolean): Promise<string> {
    const answer = await this.ask(`/experiments/${encodeURIComponent(name)}${replace ? '?replace=yes' : ''}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(options),
    });
    return String(answer.file);
  }

  private async ask(path: string, request: RequestInit): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(path, { ...request, headers: { ...request.headers, ...this.headers } });
    const answer = (await response.json()) as Readonly<Record<string, unknown>>;
    if (!response.ok) throw new InputError('', String(answer.problem));
    return answer;
  }
}
