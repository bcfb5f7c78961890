import type { z } from 'zod';

/** How a kind of document is checked and drawn. */
interface Kind<Document> {
  readonly schema: z.ZodType<Document>;
  render(document: Document): Promise<string>;
}

/** A kind whose document nobody knows the type of until its schema has seen it. */
interface Drawn {
  readonly schema: z.ZodType;
  render(document: unknown): Promise<string>;
}

/** The documents that have a page, by the name of their schema; each is loaded only when it is drawn. */
export const kinds: Readonly<Record<string, () => Promise<Drawn>>> = {
  'tierlab/sim@1': kind(async () => ({
    schema: (await import('../schemas/sim.ts')).simSchema,
    render: (await import('../../reports/page/sim.ts')).renderSimReport,
  })),
  'tierlab/mrc@1': kind(async () => ({
    schema: (await import('../schemas/mrc.ts')).mrcSchema,
    render: (await import('../../reports/page/mrc.ts')).renderMrcReport,
  })),
  'tierlab/tune@1': kind(async () => ({
    schema: (await import('../schemas/tune.ts')).tuneSchema,
    render: (await import('../../reports/page/tune.ts')).renderTuneReport,
  })),
  'tierlab/experiment@1': kind(async () => {
    const { renderCompareReport } = await import('../../reports/page/compare.ts');
    const { comparisonOf } = await import('../experiment/evaluate.ts');
    return {
      schema: (await import('../schemas/experiment.ts')).experimentSchema,
      render: document => renderCompareReport(comparisonOf(document)),
    };
  }),
  'tierlab/explain@1': kind(async () => ({
    schema: (await import('../schemas/explain.ts')).explainSchema,
    render: (await import('../../reports/page/explain.ts')).renderExplainPage,
  })),
};

/** The schema's word is what the type of the document rests on. */
function kind<Document>(load: () => Promise<Kind<Document>>): () => Promise<Drawn> {
  return async () => {
    const { schema, render } = await load();
    return { schema, render: document => render(document as Document) };
  };
}
