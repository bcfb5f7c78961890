import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TOKEN_HEADER } from '../../reports/laboratory/studio-data.ts';

/** Decides who may ask the studio for something: its own page, opened on this machine, and nobody else. */
export class Guard {
  private readonly hosts: readonly string[];
  private readonly token: Buffer;

  constructor(port: number, token: string) {
    this.hosts = ['127.0.0.1', 'localhost'].map(name => `${name}:${port}`);
    this.token = Buffer.from(token);
  }

  /** Any other name is that of a site whose address was made to lead here (DNS rebinding). */
  addressed({ headers }: IncomingMessage): boolean {
    return headers.host !== undefined && this.hosts.includes(headers.host);
  }

  /** Whether the page that this server wrote asks: it knows the token, and the browser names no other origin. */
  trusts(request: IncomingMessage): boolean {
    const { origin, 'sec-fetch-site': site } = request.headers;
    const own = origin === undefined ? request.method === 'GET' : origin === `http://${request.headers.host}`;
    return own && (site === undefined || site === 'same-origin') && this.knowsToken(request);
  }

  private knowsToken({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(String(headers[TOKEN_HEADER] ?? ''));
    return given.length === this.token.length && timingSafeEqual(given, this.token);
  }
}
