import { expect, it } from 'vitest';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { drawingsOf } from './drawings.ts';
import { stretchOfRun } from './stretch-of-run.ts';

const whole = sampleSim({ windows: 20, perWindow: 100 });

it('a stretch has the windows of the run from the first to the last, and what lay where meanwhile', () => {
  const stretch = stretchOfRun(whole, [5, 8]);
  expect(stretch.series.map(each => each.from)).toEqual([500, 600, 700, 800]);
  const places = whole.residencyMap!.keys.map(each => each.places.slice(5, 9));
  expect(stretch.residencyMap!.keys.map(each => each.places)).toEqual(places);
  expect(stretch.totals).toBe(whole.totals);
});

it('a stretch begins with the phase that it lies in, and has the later ones', () => {
  const phases = [
    { at: 0, label: 'warm' },
    { at: 450, label: 'scan' },
    { at: 750, label: 'calm' },
  ];
  expect(stretchOfRun({ ...whole, phases }, [5, 8]).phases).toEqual([
    { at: 500, label: 'scan' },
    { at: 750, label: 'calm' },
  ]);
  expect(stretchOfRun({ ...whole, phases: phases.slice(2) }, [0, 3]).phases).toEqual([{ at: 750, label: 'calm' }]);
});

it('the charts over time can be drawn of a stretch', () => {
  const drawings = drawingsOf(stretchOfRun(whole, [5, 8]));
  expect(['over-time', 'latency-over-time', 'residency'].filter(name => !drawings.has(name as never))).toEqual([]);
});
