import type { z } from 'zod';

/** How a kind of document is checked and drawn. */
interface Kind<Document> {
  readonly schema: z.ZodType<Document>;
  render(document: Document): Promise<string>;
  /** What the page lacks that the run's own page had, and why; null where they are the same. */
  lacks?(document: Document): string | null;
}

/** A kind whose document nobody knows the type of until its schema has seen it. */
interface Drawn {
  readonly schema: z.ZodType;
  render(document: unknown): Promise<string>;
  lacks(document: unknown): string | null;
}

/** The documents that have a page, by the name of their schema; each is loaded only when it is drawn. */
export const kinds: Readonly<Record<string, () => Promise<Drawn>>> = {
  'tierlab/sim@1': kind(async () => {
    const { renderSimReport } = await import('../../reports/page/sim.ts');
    const { missingForReplay, replayedRun } = await import('./run-again.ts');
    return {
      schema: (await import('../schemas/sim.ts')).simSchema,
      render: async document => renderSimReport(document, await replayedRun(document)),
      lacks: missingForReplay,
    };
  }),
  'tierlab/mrc@1': kind(async () => ({
    schema: (await import('../schemas/mrc.ts')).mrcSchema,
    render: (await import('../../reports/page/mrc.ts')).renderMrcReport,
  })),
  'tierlab/mrc-per-level@1': kind(async () => ({
    schema: (await import('../schemas/mrc-per-level.ts')).mrcPerLevelSchema,
    render: (await import('../../reports/page/mrc-per-level.ts')).renderMrcPerLevelReport,
  })),
  'tierlab/tune@1': kind(async () => ({
    schema: (await import('../schemas/tune.ts')).tuneSchema,
    render: (await import('../../reports/page/tune.ts')).renderTuneReport,
  })),
  'tierlab/experiment@1': kind(async () => ({
    schema: (await import('../schemas/experiment.ts')).experimentSchema,
    render: (await import('../experiment/page.ts')).renderExperimentReport,
  })),
  'tierlab/compare@1': kind(async () => ({
    schema: (await import('../schemas/compare.ts')).compareSchema,
    render: (await import('../../reports/page/compare.ts')).renderCompareReport,
  })),
  'tierlab/ablate@1': kind(async () => ({
    schema: (await import('../schemas/ablate.ts')).ablateSchema,
    render: (await import('../../reports/page/ablate.ts')).renderAblateReport,
  })),
  'tierlab/explain@1': kind(async () => ({
    schema: (await import('../schemas/explain.ts')).explainSchema,
    render: (await import('../../reports/page/explain.ts')).renderExplainPage,
  })),
};

/** The schema's word is what the type of the document rests on. */
function kind<Document>(load: () => Promise<Kind<Document>>): () => Promise<Drawn> {
  return async () => {
    const { schema, render, lacks } = await load();
    return {
      schema,
      render: document => render(document as Document),
      lacks: document => lacks?.(document as Document) ?? null,
    };
  };
}
