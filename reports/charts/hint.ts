import { type ChannelValueSpec, pointer, pointerX, pointerY, tip } from '@observablehq/plot';
import { type Frame, TIP } from './frame.ts';

const NEAREST = { both: pointer, x: pointerX, y: pointerY } as const;

interface Hint<Datum> {
  readonly x?: ChannelValueSpec;
  readonly y?: ChannelValueSpec;
  title(datum: Datum): string;
  /** Along which axis the pointer must be near. */
  readonly near?: keyof typeof NEAREST;
}

/** Words beside the mark that the pointer is nearest to, where a picture answers it. */
export function hint<Datum>(frame: Frame, data: readonly Datum[], { near = 'both', ...at }: Hint<Datum>) {
  return frame.tips ? tip(data, NEAREST[near]({ ...at, ...TIP })) : [];
}
