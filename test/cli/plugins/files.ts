/** Evicts the oldest entry, or with `end=newest` the newest. `changes` are made to the text. */
export function queue(...changes: readonly (readonly [from: string, to: string])[]): string {
  const text = `import { defineEviction, type EvictionContext, type EvictionPolicy, Links } from 'tierlab/policies';

class Queue implements EvictionPolicy {
  private readonly queue;
  private readonly end: 'oldest' | 'newest';
  constructor(context: EvictionContext, end: 'oldest' | 'newest') {
    this.queue = new Links(context.universe, 1).list();
    this.end = end;
  }
  hit(_id: number): void {}
  victim(_incoming: number): number {
    return this.end === 'oldest' ? this.queue.tail : this.queue.head;
  }
  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.queue.unlink(victim);
    return victim;
  }
  insert(id: number): void {
    this.queue.pushHead(id);
  }
  remove(id: number): void {
    this.queue.unlink(id);
  }
}

export default defineEviction({
  name: 'queue',
  summary: 'Evicts from one end',
  about: 'Whoever stands there.',
  paper: null,
  parameters: { end: { type: 'choice', choices: ['oldest', 'newest'], default: 'oldest', summary: 'who leaves' } },
  create: (context, { end }) => new Queue(context, end),
});
`;
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`nothing to change: ${from}`);
    return changed.replace(from, to);
  }, text);
}

/** Policies in files, sound ones and others, by path. */
export const files: Readonly<Record<string, string>> = {
  'Queue.ts': queue(),
  'plain.mjs': `export { default } from './Queue.ts';\n`,
  'syntax.ts': 'export default {\n  create: ;\n};\n',
  'alone.ts': `import { order } from './order.ts';\nexport default order;\n`,
  'imports.ts': `export { default } from './syntax.ts';\n`,
  'throws.ts': `const order: number[] = [];\n\nexport default order[0]!.toFixed();\n`,
  'nothing.js': 'export const queue = {};\n',
  'class.js': 'export default class Queue {}\n',
  'shape.js': 'export default { name: "queue", summary: "", about: "", paper: null, parameters: {} };\n',
  'type.ts': queue(["type: 'choice', choices: ['oldest', 'newest'], default: 'oldest'", "type: 'word', default: 'x'"]),
  'methods.ts': queue(['new Queue(context, end)', '({ hit() {}, insert() {} }) as never']),
  'stranger.ts': queue(['return victim;', 'return 7;']),
  'range.ts': queue(['return victim;', 'return 1e9;']),
  'nobody.ts': queue(['return victim;', 'return undefined as never;']),
  'trips.ts': queue(['this.queue.pushHead(id);', "throw new Error('no\\nroom');"]),
  'builds.ts': queue(['universe, 1', 'universe, 0']),
  'exp/flat.yaml': 'workload: zipf:keys=300\nrequests: 3k\npolicies: [fifo, ./own.ts]\nsizes: [10]\n',
  'exp/levels.yaml': 'workload: zipf:keys=300\nrequests: 3k\nlevels:\n  - L1=10/5m/./own.ts\n  - L2=20/-/./lost.ts\n',
  'exp/own.yaml': 'policy: ./own.ts\n',
  'exp/own.ts': queue(["default: 'oldest'", "default: 'newest'"]),
};
