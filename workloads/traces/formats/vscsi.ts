import { InputError } from '../../../spec/input-error.ts';
import { Int64Interner } from '../../interner.ts';
import type { Details } from '../../recorder.ts';
import { DELETE, GET, SET } from '../../requests.ts';
import { parseRecords } from '../binary/record-parser.ts';
import type { TraceFormat } from '../contract.ts';
import { countedSize } from '../trace-recorder.ts';

/** Where the fields of a record stand, in bytes. */
interface Layout {
  readonly version: number;
  readonly bytes: number;
  readonly command: number;
  readonly versionAt: number;
  readonly length: number;
  readonly block: number;
  readonly time: number;
}

const LAYOUTS: readonly Layout[] = [
  { version: 1, bytes: 32, length: 4, command: 12, versionAt: 14, block: 16, time: 24 },
  { version: 2, bytes: 40, command: 0, versionAt: 2, length: 8, block: 16, time: 24 },
];

const SNIFFED_RECORDS = 64;
const TWO_TO_32 = 2 ** 32;
const MICROSECONDS = 1e6;

/** SCSI operation codes (T10) that write: WRITE, WRITE AND VERIFY and WRITE SAME of each length; and UNMAP, which removes. */
const WRITES = new Set([0x0a, 0x2a, 0xaa, 0x8a, 0x2e, 0xae, 0x8e, 0x41, 0x93]);
const UNMAP = 0x42;

/** Block traces as written by VMware's vscsiStats and published by CloudPhysics. */
export const vscsi: TraceFormat = {
  name: 'vscsi',
  aliases: ['vscsi1', 'vscsi2'],
  summary: 'Binary, block requests of virtual disks (VMware vscsiStats, CloudPhysics)',
  layout:
    'Little-endian records of 32 bytes (version 1) or 40 (version 2) with SCSI command, length (bytes), block number (the key) and time (microseconds)',
  extensions: ['vscsi', 'vscsitrace', 'vscsi.bin'],
  hasOps: true,
  hasColumns: false,
  sniff: head => (layoutOf(head.bytes) ? 0.95 : 0),
  open(context) {
    const layout = layoutOf(context.head.bytes);
    if (!layout)
      throw new InputError(context.place, 'the first record is a vscsi record neither of version 1 nor of version 2');
    return parseRecords(
      context,
      context.mapOps ? ['time', 'op', 'size'] : ['time', 'size'],
      layout.bytes,
      (recorder, fail) => {
        const interner = recorder.keyedBy(new Int64Interner());
        const details: Details = { time: 0, op: GET, size: 0 };
        return (view, from, to) => {
          for (let at = from; at < to && !recorder.full; at += layout.bytes) {
            const { time, block, versionAt } = layout;
            const version = view.getUint8(at + versionAt + 1);
            if (version !== layout.version)
              throw fail(
                at,
                `found a record of version ${version}, expected version ${layout.version} as at the beginning`,
              );
            const microseconds = view.getUint32(at + time + 4, true) * TWO_TO_32 + view.getUint32(at + time, true);
            details.time = microseconds / MICROSECONDS;
            details.size = countedSize(view.getUint32(at + layout.length, true));
            if (context.mapOps) details.op = operationOf(view.getUint16(at + layout.command, true));
            recorder.add(interner.id(view.getInt32(at + block + 4, true), view.getInt32(at + block, true)), details);
          }
        };
      },
    );
  },
};

function operationOf(command: number): number {
  return command === UNMAP ? DELETE : WRITES.has(command) ? SET : GET;
}

/** The layout that every record at the beginning follows: its version stands in the upper byte of a word, the command fits one byte. */
function layoutOf(bytes: Uint8Array): Layout | undefined {
  return LAYOUTS.find(layout => {
    const records = Math.min(Math.floor(bytes.length / layout.bytes), SNIFFED_RECORDS);
    for (let record = 0; record < records; record++) {
      const at = record * layout.bytes;
      if (bytes[at + layout.versionAt + 1] !== layout.version || bytes[at + layout.command + 1] !== 0) return false;
    }
    return records > 0;
  });
}
