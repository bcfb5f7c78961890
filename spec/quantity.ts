import { InputError } from './input-error.ts';

const COUNT_UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };
const DURATION_UNITS: Readonly<Record<string, number>> = { '': 1, ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400 };
const BYTE_UNITS: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

const NUMBER_AND_UNIT = /^([+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)$/i;

function split(text: string): { value: number; unit: string } | undefined {
  const match = NUMBER_AND_UNIT.exec(text.trim());
  return match ? { value: Number(match[1]!.replaceAll('_', '')), unit: match[2]!.toLowerCase() } : undefined;
}

/** A whole number, zero or more: `250000`, `250k`, `10M`, `1e6`. @throws InputError */
export function parseCount(text: string, place: string): number {
  const parts = split(text);
  const value = parts && parts.unit in COUNT_UNITS ? parts.value * COUNT_UNITS[parts.unit]! : Number.NaN;
  if (!Number.isSafeInteger(value) || value < 0)
    throw new InputError(place, `"${text}" is not a count (expected for example 100000, 250k, 10M or 1e6)`);
  return value;
}

/** Seconds: `300`, `300s`, `5m`, `100ms`, `2h`; `-` is none and gives `Infinity`. @throws InputError */
export function parseDuration(text: string, place: string): number {
  if (text.trim() === '-') return Number.POSITIVE_INFINITY;
  const parts = split(text);
  const value = parts && parts.unit in DURATION_UNITS ? parts.value * DURATION_UNITS[parts.unit]! : Number.NaN;
  if (!Number.isFinite(value) || value <= 0)
    throw new InputError(place, `"${text}" is not a duration (expected for example 300, 5m, 100ms or - for none)`);
  return value;
}

/** The room of a level: a number of entries, a number of bytes, or a share of the workload. */
export type Capacity =
  | { readonly unit: 'entries'; readonly value: number }
  | { readonly unit: 'bytes'; readonly value: number }
  | { readonly unit: 'percent'; readonly value: number };

/** `500` (entries), `64KiB`, `500B`, `2GiB` (bytes), `1%` (of the workload's keys or bytes). @throws InputError */
export function parseCapacity(text: string, place: string): Capacity {
  const parts = split(text);
  const expected = 'expected for example 500, 250k, 64MiB or 1%';
  if (!parts || !Number.isFinite(parts.value)) throw new InputError(place, `"${text}" is not a capacity (${expected})`);
  const { value, unit } = parts;
  if (value <= 0) throw new InputError(place, `capacity "${text}" must be more than 0 (${expected})`);
  if (unit === '%') return { unit: 'percent', value };
  if (unit in COUNT_UNITS) {
    const entries = value * COUNT_UNITS[unit]!;
    if (Number.isSafeInteger(entries)) return { unit: 'entries', value: entries };
  } else if (unit in BYTE_UNITS) {
    const bytes = Math.floor(value * BYTE_UNITS[unit]!);
    if (bytes >= 1 && Number.isSafeInteger(bytes)) return { unit: 'bytes', value: bytes };
  }
  throw new InputError(place, `"${text}" is not a capacity (${expected})`);
}

/** `5m`, `90s`, `100ms`, `-`: the shortest exact way to write a duration, the inverse of `parseDuration`. */
export function formatDuration(seconds: number): string {
  if (seconds === Number.POSITIVE_INFINITY) return '-';
  for (const unit of ['d', 'h', 'm', 's']) {
    const value = seconds / DURATION_UNITS[unit]!;
    if (Number.isInteger(value)) return `${value}${unit}`;
  }
  const milliseconds = seconds * 1e3;
  return Number.isInteger(milliseconds) ? `${milliseconds}ms` : `${seconds}s`;
}
