import { expect, test } from 'vitest';
import type { TraceInfoDocument } from '../../engine/documents/trace-info.ts';
import { traceInfo } from '../../engine/experiments/trace-info.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { COLUMNS, type Column } from '../../workloads/requests.ts';
import { summarizeTraceInfo } from './trace-info.ts';

function document(columns: readonly Column[], records: number, title = 'a trace'): TraceInfoDocument {
  const recorder = new Recorder(columns);
  for (let i = 0; i < records; i++) {
    if (i % 300 === 0) recorder.phase(`part\u001b ${i / 300}`);
    const id = (i * i) % 997;
    recorder.add(id, {
      time: 3_600 * i,
      op: i % 3,
      size: 2 ** (i % 40),
      type: i % 4,
      priority: i % 3,
      ttl: 1 + i,
      client: i % 9,
    });
  }
  const requests = recorder.finish();
  return {
    schema: 'tierlab/trace-info@1',
    digest: '0123456789abcdef',
    seed: 1,
    workload: {
      spec: 'spec',
      requests: requests.gets,
      operations: records,
      keys: requests.universe,
      bytes: requests.bytes ?? 0,
    },
    ...traceInfo(requests),
    timing: { wallMs: 1, requestsPerSecond: 1, title },
  };
}

test('the text fits into 80 columns, whatever the records say', () => {
  for (const columns of [[], COLUMNS, ['time'], ['size']] as const)
    for (const records of [3, 5_000]) {
      const lines = summarizeTraceInfo(document(columns, records, 'a title '.repeat(20))).split('\n');
      expect(lines.filter(line => line.length > 80)).toEqual([]);
    }
});

test('it says nothing of what records do not say', () => {
  const bare = summarizeTraceInfo(document([], 1_000));
  for (const word of ['time', 'operations', 'types', 'ttl', 'bytes', 'clients'])
    expect(bare).not.toContain(`  ${word}  `);
  const full = summarizeTraceInfo(document(COLUMNS, 1_000));
  for (const word of ['time', 'operations', 'types', 'ttl', 'bytes', 'clients', 'phases'])
    expect(full).toContain(`  ${word}  `);
});

test('it begins with what was looked at and what matters', () => {
  // Three records of the keys 0, 1 and 4: no request is a hit; two of three keys make half of the requests.
  const [head, , finding] = summarizeTraceInfo(document([], 3)).split('\n');
  expect(head).toBe('a trace · 3 requests · 5 keys · digest 01234567');
  expect(finding).toBe('  At most 0 % of the requests can be hits, however large the cache; half of all');
});

test('no name steers the terminal, and paint is used only where it is given', () => {
  const hostile = document(COLUMNS, 1_000, 'title\u001b[2J');
  expect(summarizeTraceInfo(hostile)).not.toContain('\u001b');
  expect(summarizeTraceInfo(hostile, { paint: (style, text) => `<${style}>${text}</>` })).toContain('<green>█');
});
