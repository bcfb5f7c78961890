// Just enough of a web framework: the first route that fits answers, and what it throws becomes a status.
import type { IncomingMessage, ServerResponse } from 'node:http';

interface Call {
  /** What stood in the place of `:name` in the path of the route. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly request: IncomingMessage;
}

export interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

type Handler = (call: Call) => Reply | Promise<Reply>;

/** Says how a request that cannot be answered is answered. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export class Router {
  private readonly routes: { readonly method: string; readonly path: RegExp; readonly handler: Handler }[] = [];
  private readonly statusOf: (error: unknown) => number;

  /** @param statusOf of errors that are no `HttpError` */
  constructor(statusOf: (error: unknown) => number) {
    this.statusOf = statusOf;
  }

  on(method: string, path: string, handler: Handler): this {
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    this.routes.push({ method, path: pattern, handler });
    return this;
  }

  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status = 200, type = 'application/json', body } = await this.reply(request);
    response.writeHead(status, { 'content-type': type, ...(status === 503 && { 'retry-after': '1' }) });
    response.end(body);
  };

  private async reply(request: IncomingMessage): Promise<Reply> {
    try {
      const { pathname } = new URL(request.url!, 'http://localhost');
      for (const { method, path, handler } of this.routes) {
        const found = request.method === method && path.exec(pathname);
        if (found) return await handler({ parameters: decoded(found.groups ?? {}), request });
      }
      throw new HttpError(404, 'nothing is here');
    } catch (error) {
      const status = error instanceof HttpError ? error.status : this.statusOf(error);
      return { status, body: JSON.stringify({ error: (error as Error).message }) };
    }
  }
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
}
