import { placesOf } from '../charts/answerers.ts';
import type { ResidencyData } from '../charts/residency.ts';
import { count, percent } from './numbers.ts';

/** Where the keys lie that have half of the requests, as far as they were watched. */
export function residencyFinding(data: ResidencyData, keysOfHalf: number): string {
  const watched = data.residencyMap.keys.filter(({ rank }) => rank <= keysOfHalf);
  const letters = watched.map(({ places }) => places).join('');
  const looksAt = (letter: string) => letters.split(letter).length - 1;
  const say = (looks: number) => percent(looks / letters.length, letters.length);
  const who =
    keysOfHalf === 1
      ? 'The key that has half of the requests lies'
      : `The keys that have half of the requests (ranks 1 to ${count(keysOfHalf)}) lie`;
  const nowhere = looksAt('.');
  if (nowhere === letters.length) return `${who} nowhere at the end of any window`;
  const [name, most] = placesOf(data)
    .map((each, place) => [each, looksAt(place.toString(36))] as const)
    .reduce((best, each) => (each[1] > best[1] ? each : best));
  const cached = letters.length - nowhere;
  if (nowhere > most && most < cached)
    return `${who} in the cache ${say(cached)} of the time, most often in ${name} (${say(most)})`;
  const inMost = `${who} in ${name} ${say(most)} of the time`;
  if (nowhere + most === letters.length) return nowhere === 0 ? inMost : `${inMost}, and nowhere ${say(nowhere)}`;
  return `${inMost}, and ${nowhere === 0 ? 'always' : say(cached)} somewhere in the cache`;
}
