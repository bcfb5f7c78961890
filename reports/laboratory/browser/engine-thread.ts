import { InputError } from '../../../spec/input-error.ts';
import { canInflate, inflate } from '../../page/browser/inflate.ts';
import type { ExchangeKind, Exchanges, Question, Reply } from '../protocol.ts';

interface Asked {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Whether this browser can unpack the engine, and start a thread. */
export function canRun(): boolean {
  return canInflate() && typeof Worker !== 'undefined';
}

/** The engine in a thread of its own. Its script is carried by the page, so that it works wherever the page lies. */
export class EngineThread {
  private readonly worker: Worker;
  private readonly asked = new Map<number, Asked>();
  private count = 0;

  /** @param text the script, compressed */
  static async start(text: string): Promise<EngineThread> {
    const url = URL.createObjectURL(new Blob([await inflate(text)], { type: 'text/javascript' }));
    try {
      return new EngineThread(new Worker(url));
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  private constructor(worker: Worker) {
    this.worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.hear(data));
    worker.addEventListener('error', event => this.fail(new Error(event.message)));
  }

  /** @throws InputError for what cannot be */
  ask<Kind extends ExchangeKind>(kind: Kind, ask: Exchanges[Kind]['ask']): Promise<Exchanges[Kind]['answer']> {
    const question: Question = { number: this.count++, kind, ask };
    this.worker.postMessage(question);
    return new Promise((resolve, reject) => {
      // The thread answers each kind of question with its kind of answer.
      this.asked.set(question.number, { resolve: answer => resolve(answer as Exchanges[Kind]['answer']), reject });
    });
  }

  private hear(reply: Reply): void {
    const asked = this.asked.get(reply.number);
    this.asked.delete(reply.number);
    if ('answer' in reply) asked?.resolve(reply.answer);
    else asked?.reject(new InputError(reply.refused.place, reply.refused.problem));
  }

  /** A defect of the engine: nobody knows which question it was. */
  private fail(error: Error): void {
    for (const { reject } of this.asked.values()) reject(error);
    this.asked.clear();
  }
}
