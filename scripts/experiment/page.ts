import type { ExperimentDocument } from '../../engine/documents/experiment.ts';
import { renderCompareReport } from '../../reports/page/compare.ts';
import { comparisonOf } from './evaluate.ts';

/** The page of an experiment: that of a comparison, with a condition in place of a workload. */
export function renderExperimentReport(document: ExperimentDocument): Promise<string> {
  const sized = document.conditions.some(each => each.size !== undefined);
  return renderCompareReport(comparisonOf(document), sized ? 'condition' : 'workload');
}
