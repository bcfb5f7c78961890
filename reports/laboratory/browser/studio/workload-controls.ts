import type { Menus } from '../../protocol.ts';
import { textField } from '../controls/field.ts';
import { specField } from '../controls/spec-field.ts';
import { element } from '../element.ts';
import type { WorkloadDraft } from './workload-draft.ts';

/** A form for a workload of the catalogue. */
export function workloadControls(
  draft: WorkloadDraft,
  menus: Menus,
  changed: (draft: WorkloadDraft) => void,
): HTMLElement {
  let current = draft;
  const set = (name: keyof WorkloadDraft) => (text: string) => {
    current = { ...current, [name]: text };
    changed(current);
  };
  const form = element(
    'form',
    { class: 'controls' },
    element(
      'fieldset',
      {},
      element('legend', {}, 'Workload'),
      specField('Model', menus.workloads, draft.workload, set('workload')),
      textField('Requests', draft.requests, set('requests')),
      textField('Seed', draft.seed, set('seed')),
      textField('Warm-up', draft.warmup, set('warmup')),
    ),
  );
  form.addEventListener('submit', event => event.preventDefault());
  return form;
}
