/** Whether this browser can unpack what a page carries, and start a thread. */
export function canRun(): boolean {
  return typeof DecompressionStream !== 'undefined' && typeof Worker !== 'undefined';
}

/** The inverse of `deflate`, which wrote the page. */
export async function inflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const compressed = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
