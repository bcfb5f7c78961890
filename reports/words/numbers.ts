import type { Unit } from '../../engine/configuration/types.ts';

/** Between a number and its unit: they never part at a line's end. */
const GAP = '\u00a0';
const MINUS = '\u2212';

/** `1,234,567`: integers with thousands separators. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** `1,234,567` as it is below ten millions, `12.3 M` above: for pictures, where room is short. */
export function compactCount(value: number): string {
  if (value < 1e7) return count(value);
  const [divisor, letter] = value < 1e9 ? [1e6, 'M'] : value < 1e12 ? [1e9, 'G'] : [1e12, 'T'];
  return `${significant(value / divisor, 3)}${GAP}${letter}`;
}

/** `0`, `20k`, `1.5M`: the labels of an axis that counts. */
export function tickCount(value: number): string {
  if (value < 1e4) return count(value);
  const [divisor, letter] =
    value < 1e6 ? [1e3, 'k'] : value < 1e9 ? [1e6, 'M'] : value < 1e12 ? [1e9, 'G'] : [1e12, 'T'];
  return `${significant(value / divisor, 4)}${letter}`;
}

/**
 * How many decimals a percentage of so many requests supports: the sampling error of a ratio is at most 1 / (2 √n), which
 * is half a point at 10,000 requests and a twentieth of a point at a million.
 */
function percentDecimals(requests: number): number {
  if (requests < 1e4) return 0;
  return requests < 1e6 ? 1 : 2;
}

/** `51.2 %` from 0.512. Only nothing reads `0 %` and only everything reads `100 %`: in between stands `< 0.1 %` or `> 99.9 %`. */
export function percent(ratio: number, requests: number): string {
  if (ratio === 0 || ratio === 1) return `${100 * ratio}${GAP}%`;
  const decimals = percentDecimals(requests);
  const step = 10 ** -decimals;
  if (100 * ratio < step / 2) return `<${GAP}${step.toFixed(decimals)}${GAP}%`;
  if (100 * ratio > 100 - step / 2) return `>${GAP}${(100 - step).toFixed(decimals)}${GAP}%`;
  return `${(100 * ratio).toFixed(decimals)}${GAP}%`;
}

/** `+1.2 points`, `−0.3 points`, `±0 points`: the difference of two ratios. */
export function points(difference: number, requests: number): string {
  const text = (100 * Math.abs(difference)).toFixed(percentDecimals(requests));
  if (Number(text) === 0) return `±0${GAP}points`;
  return `${difference < 0 ? MINUS : '+'}${text}${GAP}${text === '1' ? 'point' : 'points'}`;
}

/** `±1.2`: half the width of an interval of ratios, in points and rounded up, so that it is never narrower than it was. */
export function margin(error: number, requests: number): string {
  const decimals = percentDecimals(requests);
  const step = 10 ** -decimals;
  // What is a whole number of steps but for the last bit stays that number.
  return `±${(Math.ceil((100 * error) / step - 1e-9) * step).toFixed(decimals)}`;
}

/** `−18 %`, `+3.4 %`, `±0 %`: by how much a quantity changed; null when it started at nothing. */
export function relativeChange(before: number, after: number): string | null {
  if (before === 0) return after === 0 ? `±0${GAP}%` : null;
  const change = (100 * (after - before)) / before;
  const size = Math.abs(change);
  const text = size < 10 ? trimZeros(size.toFixed(1)) : count(size);
  if (Number(text.replaceAll(',', '')) === 0) return `±0${GAP}%`;
  return `${change < 0 ? MINUS : '+'}${text}${GAP}%`;
}

/**
 * `0.42 ms`, `5.1 ms`, `12.3 ms`, `1,230 ms`, `12.3 s`: two digits below ten milliseconds, three above, as the histogram supports.
 * @param digits where means are compared, three throughout
 */
export function milliseconds(value: number, digits?: number): string {
  if (value >= 1e4) return `${significant(value / 1e3, 3)}${GAP}s`;
  return `${digits === undefined ? bareMilliseconds(value) : significant(value, digits)}${GAP}ms`;
}

/** `2 h 5 min`, `3 d 4 h`, `45 s`, `12 ms`: how long something lasts, in its two largest units. */
export function span(seconds: number): string {
  if (Math.round(seconds) < 60) return milliseconds(1e3 * seconds);
  const units = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
    [1, 's'],
  ] as const;
  const largest = units.findIndex(([length]) => Math.round(seconds) >= length);
  const [[length, unit], [shorter, below]] = [units[largest]!, units[largest + 1]!];
  // Rounded first, so that no 60 seconds stand beside a minute.
  const whole = Math.round(seconds / shorter) * shorter;
  const rest = Math.round((whole % length) / shorter);
  const first = `${count(Math.floor(whole / length))}${GAP}${unit}`;
  return rest === 0 ? first : `${first} ${rest}${GAP}${below}`;
}

/** `16.3 a second`, `1,230 a second`: three digits. */
export function perSecond(value: number): string {
  return `${significant(value, 3)} a second`;
}

/** As `milliseconds`, always in that unit and without saying it. */
export function bareMilliseconds(value: number): string {
  return significant(value, value < 10 ? 2 : 3);
}

/** `500`, `64 MiB`: entries or bytes. */
export function capacity(value: number, unit: Unit): string {
  if (unit === 'entries') return count(value);
  const steps = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const step = value < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log2(value) / 10));
  const scaled = value / 1024 ** step;
  return `${scaled >= 1000 ? count(scaled) : significant(scaled, 3)}${GAP}${steps[step]}`;
}

/** As `capacity`, with the word where the unit is not in the number: `500 entries`. */
export function capacityWithUnit(value: number, unit: Unit): string {
  return unit === 'entries' ? plural(value, 'entry', 'entries') : capacity(value, unit);
}

/** `1 key`, `475 keys`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)}${GAP}${value === 1 ? one : many}`;
}

/** So many significant digits, no exponent, no zeros behind a decimal point's last digit. */
function significant(value: number, digits: number): string {
  if (value === 0) return '0';
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  const rounded = Number(value.toPrecision(digits));
  return rounded >= 1000 ? count(rounded) : trimZeros(rounded.toFixed(Math.min(12, decimals)));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
