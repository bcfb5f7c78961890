import type { Unit } from '../../../../engine/configuration/types.ts';
import { formatDuration, parseCapacity, parseDuration } from '../../../../spec/quantity.ts';

/** What the positions of a slider mean. */
export interface Scale {
  readonly steps: number;
  textAt(step: number): string;
  /** Null for a text that has no place on the scale. */
  stepOf(text: string): number | null;
}

/** Positions of a slider from one capacity to another: fine enough to reach any size within some percent. */
const STEPS = 200;

/** From 1 to `most`, each step by the same factor; a number of two digits or three, so that nobody reads noise. */
export function capacityScale(most: number, unit: Unit): Scale {
  const factor = Math.log(Math.max(2, most));
  return {
    steps: STEPS,
    textAt: step => capacityText(rounded(Math.exp((factor * step) / STEPS), step === STEPS ? most : null), unit),
    stepOf: text => {
      const value = readable(() => parseCapacity(text, ''));
      if (value === null || value.unit === 'percent') return null;
      return Math.max(0, Math.min(STEPS, Math.round((STEPS * Math.log(value.value)) / factor)));
    },
  };
}

function rounded(value: number, exactly: number | null): number {
  if (exactly !== null) return exactly;
  return value < 100 ? Math.max(1, Math.round(value)) : Number(value.toPrecision(3));
}

/** Bytes in the largest unit that writes them exactly. */
function capacityText(value: number, unit: Unit): string {
  if (unit === 'entries') return String(value);
  const whole = Math.round(value);
  const [name, size] = (
    [
      ['GiB', 2 ** 30],
      ['MiB', 2 ** 20],
      ['KiB', 2 ** 10],
    ] as const
  ).find(([, bytes]) => whole >= bytes) ?? ['B', 1];
  return `${Number((whole / size).toPrecision(3))}${name}`;
}

/** From one number to another in a hundred equal steps. */
export function linearScale(min: number, max: number): Scale {
  const steps = 100;
  return {
    steps,
    textAt: step => String(Number((min + ((max - min) * step) / steps).toPrecision(3))),
    stepOf: text => {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      if (Number.isNaN(value)) return null;
      return Math.max(0, Math.min(steps, Math.round((steps * (value - min)) / (max - min))));
    },
  };
}

const TTLS = ['100ms', '1s', '2s', '5s', '10s', '20s', '30s', '1m', '2m', '3m', '5m', '10m', '15m', '20m', '30m'];
const LONG_TTLS = ['1h', '2h', '3h', '6h', '12h', '1d', '2d', '7d', '-'];

/** Usual lifetimes, from a tenth of a second to none. */
export const ttlScale: Scale = (() => {
  const texts = [...TTLS, ...LONG_TTLS];
  const seconds = texts.map(text => parseDuration(text, ''));
  return {
    steps: texts.length - 1,
    textAt: step => texts[step]!,
    stepOf: text => {
      const value = readable(() => parseDuration(text, ''));
      if (value === null) return null;
      // No lifetime, however long, is none.
      const above = seconds.findIndex(each => each >= value);
      return value < Number.POSITIVE_INFINITY ? Math.min(above, texts.length - 2) : above;
    },
  };
})();

/** `5m` as `5m`, `-` as `none`. */
export function spokenTtl(text: string): string {
  const seconds = readable(() => parseDuration(text, ''));
  if (seconds === null) return text;
  return seconds === Number.POSITIVE_INFINITY ? 'none' : formatDuration(seconds);
}

/** Null for a text that cannot be read: the engine says what is wrong with it. */
function readable<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
