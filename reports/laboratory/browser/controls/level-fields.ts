import type { LevelDraft } from '../../../../engine/configuration/draft.ts';
import { levelColour } from '../../../charts/palette.ts';
import type { Menus } from '../../protocol.ts';
import { element } from '../element.ts';
import { type Scale, spokenTtl, ttlScale } from './scales.ts';
import { sliderField } from './slider-field.ts';
import { specField } from './spec-field.ts';

interface LevelLines {
  readonly level: LevelDraft;
  /** Counted from 0. */
  readonly depth: number;
  readonly menus: Menus;
  readonly capacities: Scale;
  changed(change: Partial<LevelDraft>): void;
  /** Absent for the last level that is left. */
  remove?(): void;
}

/** All that can be said of one level. */
export function levelFields({ level, depth, menus, capacities, changed, remove }: LevelLines): HTMLElement {
  const { name } = level;
  const swatch = element('span', { class: 'swatch' });
  swatch.style.background = levelColour(depth);
  const head = element('div', { class: 'level-head' }, element('p', { class: 'level-name' }, swatch, name));
  if (remove) {
    const button = element('button', { type: 'button', 'aria-label': `Remove level ${name}` }, 'Remove');
    button.addEventListener('click', remove);
    head.append(button);
  }
  return element(
    'div',
    { class: 'level', role: 'group', 'aria-label': `Level ${name}` },
    head,
    sliderField({
      label: 'Capacity',
      full: `${name} capacity`,
      text: level.capacity,
      ...capacities,
      spoken: text => text,
      changed: capacity => changed({ capacity }),
    }),
    sliderField({
      label: 'TTL',
      full: `${name} TTL`,
      text: level.ttl,
      ...ttlScale,
      spoken: spokenTtl,
      changed: ttl => changed({ ttl }),
    }),
    specField('Eviction', menus.eviction, level.policy, policy => changed({ policy })),
    more(
      `More of ${name}`,
      specField('Admission', menus.admission, level.admission, admission => changed({ admission })),
      specField('Latency', menus.latency, level.latency, latency => changed({ latency })),
    ),
  );
}

/** Lines that wait behind their title. */
export function more(title: string, ...lines: HTMLElement[]): HTMLElement {
  return element('details', {}, element('summary', {}, title), ...lines);
}
