/** The beginning of a trace, from which its format is told. */
export interface Head {
  readonly bytes: Uint8Array;
  /** Whether that is the whole trace. */
  readonly whole: boolean;
  /** The first whole lines that are not blank, at most `SAMPLE_LINES`; null when the content is not text. */
  readonly lines: readonly string[] | null;
}

/** Bytes of a trace that are enough to tell its format. */
export const HEAD_BYTES = 65_536;

const SAMPLE_LINES = 200;

const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;

/** @param bytes the first `HEAD_BYTES` or more, or the whole trace */
export function headOf(bytes: Uint8Array, whole: boolean): Head {
  return { bytes, whole, lines: sampleLines(bytes, whole) };
}

/** The share of the sampled lines that match without the blanks around them; 0 when the content is not text, or fewer than half of the lines do. */
export function shareOfLines(head: Head, matches: (line: string) => boolean): number {
  if (!head.lines || head.lines.length === 0) return 0;
  const share = head.lines.filter(line => matches(line.trim())).length / head.lines.length;
  return share >= 0.5 ? share : 0;
}

function sampleLines(bytes: Uint8Array, whole: boolean): string[] | null {
  // The last line may be cut anywhere, even within a character.
  const text = whole ? bytes : bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1);
  if (text.length === 0 || text.some(isControl)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true })
      .decode(text)
      .split('\n')
      .map(line => (line.endsWith('\r') ? line.slice(0, -1) : line))
      .filter(line => line.trim() !== '')
      .slice(0, SAMPLE_LINES);
  } catch {
    return null;
  }
}

function isControl(byte: number): boolean {
  return byte < SPACE && byte !== TAB && byte !== LINE_FEED && byte !== CARRIAGE_RETURN;
}
