import { InputError } from '../../../spec/input-error.ts';
import type { Names } from '../../interners/names.ts';
import { COLUMNS } from '../../requests.ts';
import type { TargetFormat } from './contract.ts';
import { leftOut, operationsAsRequests } from './remarks.ts';
import { TextBuffer } from './text-buffer.ts';

const NAME = 'keys';
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const ASTERISK = 0x2a;

/** One key a line. */
export const keys: TargetFormat = {
  name: NAME,
  extensions: ['keys', 'txt'],
  isText: true,
  open: ({ requests, originals }) => {
    if (originals.keys) checkKeys(originals.keys);
    return {
      keys: originals.keys ? 'original' : 'dense',
      steps: requests.batches.length,
      *chunks() {
        const buffer = new TextBuffer();
        for (const { id: ids, length } of requests.batches) {
          for (let i = 0; i < length; i++) {
            buffer.name(originals.keys, ids[i]!);
            buffer.byte(LINE_FEED);
          }
          yield buffer.take();
        }
      },
      remarks: () => [
        ...leftOut(
          requests,
          COLUMNS.filter(column => column !== 'op'),
        ),
        ...operationsAsRequests(requests),
      ],
    };
  },
};

/** A line knows no quotes, so the blanks around a key would be lost, and a lone * is a marker. @throws InputError */
function checkKeys(names: Names): void {
  if (names.kind === 'integers') return;
  const { bytes, ends, count } = names;
  for (let name = 0; name < count; name++) {
    const start = ends[name]!;
    const end = ends[name + 1]!;
    const isMarker = end - start === 1 && bytes[start] === ASTERISK;
    if (!isMarker && bytes[start]! > SPACE && bytes[end - 1]! > SPACE) continue;
    const key = new TextDecoder().decode(bytes.subarray(start, end));
    const problem = isMarker ? 'is a marker where it stands alone in a line' : 'begins or ends with a blank';
    throw new InputError(NAME, `the key ${JSON.stringify(key)} ${problem}, expected --to csv`);
  }
}
