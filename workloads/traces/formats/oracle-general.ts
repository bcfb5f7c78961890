import { emptyBatch, shorten } from '../../batch-memory.ts';
import { Int64Interner } from '../../interner.ts';
import { BATCH_LENGTH } from '../../requests.ts';
import { parseRecords } from '../binary/record-parser.ts';
import type { TraceFormat } from '../contract.ts';
import { countedSize } from '../trace-recorder.ts';

const RECORD_BYTES = 24;
const TIME = 0;
const ID = 4;
const SIZE = 12;
const NEXT = 16;

const SNIFFED_RECORDS = 256;

/** libCacheSim's usual binary form (J. Yang et al.). */
export const oracleGeneral: TraceFormat = {
  name: 'oracle-general',
  aliases: ['oraclegeneral', 'oracle_general', 'oracle'],
  summary: 'Binary, 24-byte records of time, id, size and next access (libCacheSim)',
  layout:
    'Little-endian: uint32 time (seconds), uint64 id, uint32 size (bytes), int64 number of the request that next asks for the same id (not used)',
  extensions: ['oraclegeneral', 'oraclegeneral.bin', 'bin'],
  hasOps: false,
  hasColumns: false,
  sniff: ({ bytes }) => (looksLikeRecords(bytes) ? 0.9 : 0),
  open: context =>
    parseRecords(context, ['time', 'size'], RECORD_BYTES, recorder => {
      const interner = recorder.keyedBy(new Int64Interner());
      const block = emptyBatch(new Set(['time', 'size']));
      const [ids, times, sizes] = [block.id, block.time!, block.size!];
      return (view, from, to) => {
        for (let at = from; at < to && !recorder.full; ) {
          let length = 0;
          for (; at < to && length < BATCH_LENGTH; at += RECORD_BYTES) {
            times[length] = view.getUint32(at + TIME, true);
            sizes[length] = countedSize(view.getUint32(at + SIZE, true));
            ids[length++] = interner.id(view.getInt32(at + ID + 4, true), view.getInt32(at + ID, true));
          }
          recorder.addGets(shorten(block, length));
        }
      };
    }),
};

/** The clock never steps back, the next access lies ahead or nowhere, and not every object is empty. */
function looksLikeRecords(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = Math.min(Math.floor(bytes.length / RECORD_BYTES), SNIFFED_RECORDS);
  let time = 0;
  let total = 0;
  for (let record = 0; record < records; record++) {
    const at = record * RECORD_BYTES;
    if (view.getUint32(at + TIME, true) < time || !isNextAccess(view, at + NEXT, record)) return false;
    time = view.getUint32(at + TIME, true);
    total += view.getUint32(at + SIZE, true);
  }
  return total > 0;
}

/** Either a later request's number, or −1 or the maximum for none. A trace of 2^32 requests could not be held, so those say no. */
function isNextAccess(view: DataView, at: number, record: number): boolean {
  const low = view.getUint32(at, true);
  const high = view.getInt32(at + 4, true);
  return high === 0 ? low >= record : high === -1 || (high === 0x7fffffff && low === 0xffffffff);
}
