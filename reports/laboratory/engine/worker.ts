import { InputError } from '../../../spec/input-error.ts';
import type { Question, Reply } from '../protocol.ts';
import { Laboratory } from './laboratory.ts';
import { menusFor } from './menus.ts';

/** The thread with the engine: answers the page's questions one after the other. */
const laboratory = new Laboratory();

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage(replyTo(data));
});

/** A defect is left to be an error of the thread, which the page hears of. */
function replyTo(question: Question): Reply {
  const { number } = question;
  try {
    return { number, answer: answerTo(question) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { number, refused: { place: error.place, problem: error.problem } };
  }
}

function answerTo(question: Question): unknown {
  if (isOf(question, 'prepare')) return laboratory.prepare(question.ask);
  if (isOf(question, 'menus')) return menusFor(question.ask);
  if (isOf(question, 'try')) return laboratory.try(question.ask);
  throw new Error(`unknown question ${question.kind}`);
}

function isOf<Kind extends Question['kind']>(question: Question, kind: Kind): question is Question<Kind> {
  return question.kind === kind;
}
