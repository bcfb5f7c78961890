/** Whether this browser can unpack what a page carries. */
export function canInflate(): boolean {
  return typeof DecompressionStream !== 'undefined';
}

/** The inverse of `deflate`, which wrote the page. */
export async function inflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const compressed = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The text that an element of the page carries compressed. @throws where there is no such element */
export async function carriedText(id: string): Promise<string> {
  return new TextDecoder().decode(await inflate(document.getElementById(id)!.textContent!));
}
