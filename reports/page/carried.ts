import { deflateRawSync } from 'node:zlib';
import { type Html, html } from './html.ts';

/** Bytes as a page carries them: compressed, in letters that end no element. The page's `inflate` is the inverse. */
export function deflate(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 9 }).toString('base64');
}

/** An element with a text that the page's scripts unpack. */
export function carried(id: string, text: string): Html {
  return html`<script type="text/plain" id="${id}">${deflate(Buffer.from(text))}</script>`;
}
