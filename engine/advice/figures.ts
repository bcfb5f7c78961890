/** `51.2 %` from 0.512, as reasons say it. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
