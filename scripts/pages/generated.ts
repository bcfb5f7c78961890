import { commandLinePage } from './command-line.ts';
import { curvesPage } from './curves.ts';
import { jsonSchemas } from './json-schemas.ts';
import { latencyPage } from './latency.ts';
import { policiesPage } from './policies.ts';
import { workloadsPage } from './workloads.ts';

/** Every file under docs/ that is derived from the code: its path in the repository, and its text. */
export function generatedFiles(): Record<string, string> {
  return {
    'docs/command-line.md': commandLinePage(),
    'docs/curves.md': curvesPage(),
    'docs/latency.md': latencyPage(),
    'docs/policies.md': policiesPage(),
    'docs/workloads.md': workloadsPage(),
    ...jsonSchemas(),
  };
}
