const DIGIT_0 = 0x30;
const LETTER_A = 0x61;
/** The bit that makes an ASCII letter small. */
const LOWER_CASE = 0x20;
const POINT = 0x2e;
/** Decimal numbers of so many digits are exact in a double. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The decimal number `bytes[start]` … `bytes[end − 1]`, correctly rounded; NaN when it is none. */
export function decimal(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return Number.NaN;
  let value = 0;
  let point = -1;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - DIGIT_0;
    if (digit >= 0 && digit <= 9) value = 10 * value + digit;
    else if (bytes[at] === POINT && point < 0 && at > start) point = at;
    else return anyDecimal(bytes, start, end);
  }
  if (end - start > EXACT_DIGITS) return anyDecimal(bytes, start, end);
  // Both are exact, so the quotient is rounded once, as it should be.
  return point < 0 ? value : value / POWERS_OF_TEN[end - point - 1]!;
}

function anyDecimal(bytes: Uint8Array, start: number, end: number): number {
  const text = textOf(bytes, start, end);
  return DECIMAL.test(text) ? Number(text) : Number.NaN;
}

/** Whether a word is a decimal number. */
export function isDecimal(word: string): boolean {
  return DECIMAL.test(word);
}

/** The value of a hexadecimal digit, 0 … 15; −1 when the byte is none. */
export function hexDigit(byte: number): number {
  if (byte >= DIGIT_0 && byte <= DIGIT_0 + 9) return byte - DIGIT_0;
  const letter = (byte | LOWER_CASE) - LETTER_A;
  return letter >= 0 && letter <= 5 ? letter + 10 : -1;
}

const LONGEST_QUOTE = 40;

const UTF_8 = new TextDecoder();

export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return UTF_8.decode(bytes.subarray(start, end));
}

/** For messages: the text in quotation marks, shortened when it is long. */
export function quoted(bytes: Uint8Array, start: number, end: number): string {
  const text = textOf(bytes, start, Math.min(end, start + LONGEST_QUOTE));
  return `"${text}${end - start > LONGEST_QUOTE ? '…' : ''}"`;
}
