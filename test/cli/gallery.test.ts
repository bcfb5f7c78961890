import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { exhibits } from '../../scripts/gallery/exhibits.ts';
import { THOROUGH } from '../property-runs.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const cwd = workingDirectory();
afterAll(() => rmSync(cwd, { recursive: true }));

it.runIf(THOROUGH)(
  'the gallery leads to one report of each kind, with a picture out of it and the command that makes it',
  async () => {
    const out = join(cwd, 'gallery');
    const { status, stdout, stderr } = await inThisProcess(['gallery', '--out', out]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(join(out, 'index.html'));
    const index = readFileSync(join(out, 'index.html'), 'utf8');
    expect(index.match(/<section/g)).toHaveLength(exhibits.length);
    expect(index.match(/<figure>/g)).toHaveLength(exhibits.filter(each => each.chart !== null).length);
    for (const { name, command = name } of exhibits) {
      expect(existsSync(join(out, name, 'report.html'))).toBe(true);
      expect(index).toContain(`href="${name}/report.html"`);
      expect(index).toContain(`npx tierlab ${command} `);
      // The report names the command that makes it by hand, not the gallery.
      const { timing } = JSON.parse(readFileSync(join(out, name, 'result.json'), 'utf8'));
      expect(index).toContain(timing.command);
    }
    expect(index).not.toContain('<script');
  },
);
