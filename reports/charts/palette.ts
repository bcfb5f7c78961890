import { interpolateLab, piecewise } from 'd3-interpolate';

/** A colour on a light and on a dark page. Charts only ever name the custom property that stands for it. */
interface Shade {
  readonly light: string;
  readonly dark: string;
}

export type Theme = keyof Shade;

/** From hot to cold. */
const RAMP: readonly Shade[] = [
  { light: '#c2410c', dark: '#fb923c' },
  { light: '#d99a06', dark: '#fbbf24' },
  { light: '#2f6fb0', dark: '#60a5fa' },
];

/** Between yellow and blue a ramp of more levels bends through this green: the straight way is the origin's grey. */
const BEND: Shade = { light: '#5b8f3f', dark: '#8ccf7a' };

const ORIGIN: Shade = { light: '#6b7280', dark: '#9ca3af' };

/** Off the ramp, for partitions stand beside the levels. */
const PARTITIONS: readonly Shade[] = [
  { light: '#7c5cb0', dark: '#b79cf0' },
  { light: '#0f8577', dark: '#45c9b6' },
  { light: '#b5487f', dark: '#ee8fbd' },
];

/** Told apart with any of the common colour deficiencies, after Okabe and Ito (2008), darkened to carry thin lines. */
const POLICIES: readonly Shade[] = [
  { light: '#0072b2', dark: '#4fa8e0' },
  { light: '#d55e00', dark: '#f08a4b' },
  { light: '#00866a', dark: '#2fc79a' },
  { light: '#b8578f', dark: '#e39bc3' },
  { light: '#5b4bb5', dark: '#a395f5' },
  { light: '#b98900', dark: '#f2b632' },
  { light: '#2a9fd6', dark: '#86cdf5' },
  { light: '#8c564b', dark: '#c9a095' },
];

export const ORIGIN_COLOUR = 'var(--origin)';
/** Answered from the cache, and fetched from the origin all the same. */
export const STALE_COLOUR = 'color-mix(in srgb, var(--level-2), var(--origin))';

/** @param level counted from 0 */
export function levelColour(level: number): string {
  return `var(--level-${level + 1})`;
}

/** @param partition counted from 0; colours repeat after the third */
export function partitionColour(partition: number): string {
  return `var(--partition-${(partition % PARTITIONS.length) + 1})`;
}

/** How many policies have a colour of their own. */
export const POLICY_COLOURS = POLICIES.length;

/** @param place counted from 0, below `POLICY_COLOURS` */
export function policyColour(place: number): string {
  return `var(--policy-${place + 1})`;
}

/** The values of all colour properties on one theme, as CSS declarations. */
export function colourDeclarations(levels: number, theme: Theme): string {
  const named = [
    ...ramp(levels, theme).map((value, i) => `--level-${i + 1}:${value}`),
    ...PARTITIONS.map((shade, i) => `--partition-${i + 1}:${shade[theme]}`),
    ...POLICIES.map((shade, i) => `--policy-${i + 1}:${shade[theme]}`),
    `--origin:${ORIGIN[theme]}`,
  ];
  return `${named.join(';')};`;
}

function ramp(levels: number, theme: Theme): string[] {
  const stops = RAMP.map(shade => shade[theme]);
  if (levels <= stops.length) return stops.slice(0, levels);
  const [hot, warm, cold] = stops as [string, string, string];
  const along = piecewise(interpolateLab, [hot, warm, BEND[theme], cold]);
  return Array.from({ length: levels }, (_, i) => along(i / (levels - 1)));
}
