import { type Draft, optionsOf } from '../../../engine/configuration/draft.ts';
import type { Options } from '../../../engine/configuration/types.ts';
import { InputError } from '../../../spec/input-error.ts';
import type { Menus, Prepared, Tried } from '../protocol.ts';
import { CacheControls } from './controls/cache-controls.ts';
import { choiceField } from './controls/field.ts';
import { element } from './element.ts';
import type { EngineThread } from './engine-thread.ts';
import { latest } from './latest.ts';
import { Outcome, type OutcomeWords } from './outcome/outcome.ts';
import { Ramp } from './outcome/ramp.ts';

/** A cache to compare with, and what is written beside the comparison. */
interface Comparison {
  readonly before: Tried;
  readonly words: OutcomeWords;
}

interface BenchSetup {
  readonly engine: EngineThread;
  /** Selects the place in the page. */
  readonly place: string;
  /** Designs to start from, by name; the first is the one that is there at first. */
  readonly designs: readonly string[];
  designOptions(name: string, draft: Draft): Options;
  /** What a cache that was tried is compared with. */
  compare(after: Tried): Promise<Comparison>;
}

/** A cache that can be changed on one side, and how it does on the other. */
export class CacheBench {
  readonly element: HTMLElement;
  /** Where the controls stand; more can be put before them. */
  readonly controlSide = element('div');
  private readonly setup: BenchSetup;
  private readonly ramp: Ramp;
  private readonly outcome = new Outcome();
  private readonly tryDraft: (draft: Draft) => void;
  private controls: CacheControls | null = null;
  private draft: Draft | null = null;
  /** What was tried last. */
  private tried: Tried | null = null;

  constructor(setup: BenchSetup) {
    this.setup = setup;
    this.ramp = new Ramp(setup.place);
    this.tryDraft = latest(async draft => void (await this.attempt(optionsOf(draft))));
    const [first] = setup.designs;
    const start = choiceField('Start from', setup.designs, first!, name => void this.startFrom(name));
    this.controlSide.append(start);
    this.element = element('div', { class: 'two-sides' }, this.ramp.element, this.controlSide, this.outcome.element);
  }

  /** The fewest options of the cache that was tried last. */
  get options(): Options {
    return this.tried?.options ?? {};
  }

  get last(): Tried | null {
    return this.tried;
  }

  /** Lays other requests on the bench: other sizes make sense there, and some menus are others. */
  async lay(prepared: Prepared, options: Options): Promise<void> {
    const tried = await this.attempt(options);
    if (!tried) return;
    const { unit, levels } = tried.trial.configuration;
    const menus: Menus = await this.setup.engine.ask('menus', unit);
    const whole = unit === 'bytes' ? prepared.bytes! : prepared.keys;
    const most = Math.max(whole, 2 * Math.max(...levels.map(level => level.capacity)));
    const controls = new CacheControls(tried.draft, { menus, most, unit }, draft => {
      this.draft = draft;
      this.tryDraft(draft);
    });
    this.draft = tried.draft;
    this.controls?.element.remove();
    this.controls = controls;
    this.controlSide.append(controls.element);
  }

  /** Compares the last cache again, with whatever it is to be compared with now. */
  async compareAgain(): Promise<void> {
    if (this.tried) await this.show(this.tried);
  }

  complain(error: unknown): void {
    this.outcome.complain(error instanceof InputError ? error.message : `The engine failed: ${error}`);
  }

  private async attempt(options: Options): Promise<Tried | null> {
    try {
      const tried = await this.setup.engine.ask('try', options);
      this.tried = tried;
      await this.show(tried);
      return tried;
    } catch (error) {
      this.complain(error);
      return null;
    }
  }

  private async show(tried: Tried): Promise<void> {
    const { before, words } = await this.setup.compare(tried);
    this.ramp.show(tried.trial.configuration.levels.length);
    this.outcome.show(before, tried, words);
  }

  private async startFrom(name: string): Promise<void> {
    const tried = await this.attempt(this.setup.designOptions(name, this.draft!));
    if (!tried) return;
    this.draft = tried.draft;
    this.controls?.show(tried.draft);
  }
}
