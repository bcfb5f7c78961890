import { resolveAdmission } from '../../../engine/build-admission.ts';
import { resolveEviction } from '../../../engine/build-policy.ts';
import { presets } from '../../../engine/configuration/presets.ts';
import type { Unit } from '../../../engine/configuration/types.ts';
import { residencies } from '../../../engine/hierarchy/residency.ts';
import { latencyModels } from '../../../engine/latency.ts';
import { registeredPlugins } from '../../../engine/plugins/registry.ts';
import { NO_PREDICTION } from '../../../engine/prediction/none.ts';
import {
  admissionPolicies,
  demotionPolicies,
  evictionPolicies,
  placementPolicies,
  promotionPolicies,
} from '../../../policies/catalog.ts';
import { predictors } from '../../../policies/prediction/catalog.ts';
import { InputError } from '../../../spec/input-error.ts';
import type { Description } from '../../../spec/parameter.ts';
import { workloads } from '../../../workloads/catalog.ts';
import type { MenuEntry, Menus } from '../protocol.ts';

const NONE: MenuEntry = { name: NO_PREDICTION, summary: 'Nobody foretells requests', parameters: {} };

/** A file of samples cannot be chosen in a page. */
const BY_FILE = 'empirical';

/** What can be chosen where capacities are in that unit. */
export function menusFor(unit: Unit): Menus {
  const sized = unit === 'bytes';
  const foreign = registeredPlugins().map(({ name, description }) => ({ ...description, name }));
  const eviction = [...evictionPolicies, ...foreign];
  const entries = (all: readonly Description[]) => all.map(entryOf);
  return {
    eviction: entries(eviction.filter(each => possible(() => resolveEviction(each.name, sized, '')))),
    admission: entries(admissionPolicies.filter(each => possible(() => resolveAdmission(each.name, sized, '')))),
    placement: entries(placementPolicies),
    promotion: entries(promotionPolicies),
    demotion: entries(demotionPolicies),
    prediction: [NONE, ...entries(predictors)],
    residency: entries(residencies),
    latency: entries(latencyModels.filter(each => each.name !== BY_FILE)),
    presets: presets.map(({ name, summary }) => ({ name, summary, parameters: {} })),
    workloads: workloads.map(each => ({
      ...entryOf(each),
      summary: `${each.summary}; ${each.requests.toLocaleString('en')} requests unless you say`,
    })),
  };
}

/** Without the functions, which cannot leave the thread. */
function entryOf({ name, summary, parameters }: Description): MenuEntry {
  return { name, summary, parameters };
}

function possible(resolve: () => unknown): boolean {
  try {
    resolve();
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
