import { GET, type Requests } from '../../workloads/requests.ts';

/** Share of the gets that ask for a key which no other get asks for; 0 without gets. */
export function askedOnce({ batches, universe, gets }: Requests): number {
  const asked = new Uint8Array(universe);
  let once = 0;
  for (const { id, op, length } of batches)
    for (let i = 0; i < length; i++) {
      if (op && op[i] !== GET) continue;
      const before = asked[id[i]!]!;
      if (before === 0) once++;
      else if (before === 1) once--;
      if (before < 2) asked[id[i]!] = before + 1;
    }
  return gets === 0 ? 0 : once / gets;
}
