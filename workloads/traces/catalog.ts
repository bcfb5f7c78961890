import type { TraceFormat } from './contract.ts';
import { address } from './formats/address.ts';
import { arc } from './formats/arc.ts';
import { csv } from './formats/csv.ts';
import { integerFormats } from './formats/integers.ts';
import { keys } from './formats/keys.ts';
import { oracleGeneral } from './formats/oracle-general.ts';
import { timeIdSize } from './formats/time-id-size.ts';
import { vscsi } from './formats/vscsi.ts';

export const traceFormats: readonly TraceFormat[] = [
  keys,
  csv,
  timeIdSize,
  oracleGeneral,
  vscsi,
  arc,
  address,
  ...integerFormats,
];
