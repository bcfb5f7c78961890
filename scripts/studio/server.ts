import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderStudio } from '../../reports/laboratory/written/studio.ts';
import { InputError } from '../../spec/input-error.ts';
import type { ExperimentFolder } from './folder.ts';
import { Guard } from './guard.ts';

/** Only this machine reaches it. */
const LOOPBACK = '127.0.0.1';
/** Characters of an experiment. */
const MOST_TEXT = 65_536;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export interface StudioServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the page of the studio and keeps its experiments.
 * @param folder how the page calls it, for people
 * @throws InputError for a port that is taken
 */
export async function serveStudio(experiments: ExperimentFolder, folder: string, port: number): Promise<StudioServer> {
  const server = createServer();
  await listen(server, port);
  // A server that listens has an address, and one on a port is an object.
  const { port: own } = server.address() as AddressInfo;
  const token = randomBytes(24).toString('base64url');
  const guard = new Guard(own, token);
  const page = renderStudio({ token, folder });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    respond(request, { guard, experiments, page }).then(
      ({ status, type, text }) => response.writeHead(status, { ...HEADERS, 'content-type': type }).end(text),
      () => response.writeHead(500, HEADERS).end(),
    );
  });
  return {
    url: `http://${LOOPBACK}:${own}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(taken ? new InputError('--port', `${port} cannot be had; 0 takes any that is free`) : error);
    });
    server.listen(port, LOOPBACK, () => resolve());
  });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

interface Served {
  readonly guard: Guard;
  readonly experiments: ExperimentFolder;
  readonly page: Promise<string>;
}

async function respond(request: IncomingMessage, { guard, experiments, page }: Served): Promise<Answer> {
  if (!guard.addressed(request)) return refused(421, 'this server answers to 127.0.0.1 and localhost only');
  // As it was written: a path that leads elsewhere when it is tidied up leads nowhere here.
  const [path, query] = (request.url ?? '/').split('?', 2);
  if (path === '/')
    return request.method === 'GET'
      ? { status: 200, type: 'text/html; charset=utf-8', text: await page }
      : refused(405, 'only GET');
  const name = /^\/experiments(?:\/([^/]+))?$/.exec(path!);
  if (!name) return refused(404, 'there is nothing here');
  if (!guard.trusts(request)) return refused(403, 'only the page of the studio may ask');
  try {
    return await experimentAnswer(
      request,
      experiments,
      decoded(name[1]),
      new URLSearchParams(query).get('replace') === 'yes',
    );
  } catch (error) {
    if (error instanceof InputError) return refused(422, error.message);
    throw error;
  }
}

async function experimentAnswer(
  request: IncomingMessage,
  experiments: ExperimentFolder,
  name: string | undefined,
  replace: boolean,
): Promise<Answer> {
  if (request.method === 'GET' && name === undefined) return json({ names: experiments.names() });
  if (request.method === 'GET') return json({ options: experiments.open(name!) });
  if (request.method !== 'PUT' || name === undefined) return refused(405, 'GET and PUT only');
  if (request.headers['content-type'] !== 'application/json') return refused(415, 'expected JSON');
  return json({ file: experiments.save(name, await bodyOf(request), replace) });
}

/** @throws InputError */
function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    throw new InputError('name', `"${text}" cannot be read`);
  }
}

/** @throws InputError for what is too long or no JSON */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > MOST_TEXT) throw new InputError('', `an experiment has at most ${MOST_TEXT} characters`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('', 'the experiment is no JSON');
  }
}

function json(value: object, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', text: JSON.stringify(value) };
}

function refused(status: number, problem: string): Answer {
  return json({ problem }, status);
}
