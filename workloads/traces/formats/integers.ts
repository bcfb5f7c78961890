import { Int64Interner } from '../../interners/int64.ts';
import { parseRecords } from '../binary/record-parser.ts';
import type { TraceFormat } from '../contract.ts';

/** Keys as bare integers: no content tells them from other data, so they are read only when they are named. */
function integers(bits: 32 | 64, order: 'be' | 'le'): TraceFormat {
  const bytes = bits / 8;
  const little = order === 'le';
  const upper = little ? 4 : 0;
  return {
    name: `int${bits}${order}`,
    aliases: [],
    summary: `Binary, one ${bits}-bit ${little ? 'little' : 'big'}-endian integer a request; only by --format`,
    layout: `The key as a ${bits}-bit integer, ${little ? 'least' : 'most'} significant byte first`,
    extensions: [],
    hasOps: false,
    hasColumns: false,
    sniff: () => 0,
    open: context =>
      parseRecords(context, [], bytes, recorder => {
        const interner = recorder.keyedBy(new Int64Interner());
        return (view, from, to) => {
          for (let at = from; at < to && !recorder.full; at += bytes) {
            if (bits === 32) recorder.add(interner.id(0, view.getInt32(at, little)));
            else recorder.add(interner.id(view.getInt32(at + upper, little), view.getInt32(at + 4 - upper, little)));
          }
        };
      }),
  };
}

export const integerFormats: readonly TraceFormat[] = [
  integers(32, 'be'),
  integers(32, 'le'),
  integers(64, 'be'),
  integers(64, 'le'),
];
