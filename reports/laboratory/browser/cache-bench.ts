import { type Draft, optionsOf } from '../../../engine/configuration/draft.ts';
import type { Options } from '../../../engine/configuration/types.ts';
import { InputError } from '../../../spec/input-error.ts';
import type { Prepared, Tried } from '../protocol.ts';
import { CacheControls, type ControlFacts, type Edit } from './controls/cache-controls.ts';
import { choiceField } from './controls/field.ts';
import { element } from './element.ts';
import type { EngineThread } from './engine-thread.ts';
import { Outcome, type OutcomeWords } from './outcome/outcome.ts';
import { Ramp } from './outcome/ramp.ts';
import { Turns } from './turns.ts';

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

/**
 * A cache that can be changed on one side, and how it does on the other. What the user asks for is done in turn, each thing to
 * what the ones before it made; only trials that are out of date before their turn are left out.
 */
export class CacheBench {
  readonly element: HTMLElement;
  /** Where the controls stand; more can be put before them. */
  readonly controlSide = element('div');
  private readonly setup: BenchSetup;
  private readonly ramp: Ramp;
  private readonly outcome = new Outcome();
  private readonly turns = new Turns();
  private readonly controls = new CacheControls(edit => this.edit(edit));
  private draft: Draft | null = null;
  private facts: ControlFacts | null = null;
  /** What was tried last. */
  private tried: Tried | null = null;
  /** Why the requests that were asked for are not there; null when they are. What is tried meanwhile is tried on those before. */
  private missing: unknown = null;

  constructor(setup: BenchSetup) {
    this.setup = setup;
    this.ramp = new Ramp(setup.place);
    const [first] = setup.designs;
    const start = choiceField('Start from', setup.designs, first!, name => this.startFrom(name));
    this.controlSide.append(start, this.controls.element);
    this.element = element('div', { class: 'two-sides' }, this.ramp.element, this.controlSide, this.outcome.element);
  }

  /** What was tried last, when all that was asked for is done. */
  async settled(): Promise<Tried | null> {
    await this.turns.take(async () => {});
    return this.tried;
  }

  /**
   * Lays other requests on the bench: other sizes make sense there, and some menus are others.
   * @param prepare lays them before the engine
   * @param options of the cache; those at hand unless they are given
   */
  lay(prepare: () => Promise<Prepared>, options?: Options): Promise<void> {
    return this.turns.take(async () => {
      try {
        this.missing = null;
        const prepared = await prepare();
        const tried = await this.attempt(options ?? this.tried?.options ?? {});
        if (tried) await this.fit(prepared, tried);
      } catch (error) {
        this.missing = error;
        this.complain(error);
      }
    });
  }

  /** Compares the last cache again, with whatever it is to be compared with now. */
  compareAgain(): Promise<void> {
    return this.turns.take(async () => {
      if (this.tried) await this.show(this.tried);
    });
  }

  private async fit({ bytes, keys }: Prepared, tried: Tried): Promise<void> {
    const { unit, levels } = tried.trial.configuration;
    const menus = await this.setup.engine.ask('menus', unit);
    const most = Math.max(unit === 'bytes' ? bytes! : keys, 2 * Math.max(...levels.map(level => level.capacity)));
    this.facts = { menus, most, unit };
    this.take(tried);
  }

  /** What was tried is the cache that the form shows from here on. */
  private take({ draft, resolved }: Tried): void {
    this.draft = draft;
    this.controls.show(draft, this.facts!);
    this.controls.tell(draft.axes, resolved);
  }

  private edit(edit: Edit): void {
    const { controls } = this;
    const { shown } = controls;
    this.turns.change(
      () => {
        if (!this.draft) return;
        const outdated = controls.shown !== shown;
        this.draft = edit(this.draft);
        // What was said to a form that is no longer there stands in the one that took its place.
        if (outdated) controls.show(this.draft, this.facts!);
      },
      async () => {
        if (!this.draft) return;
        const asked = this.draft.axes;
        const tried = await this.attempt(optionsOf(this.draft));
        if (tried) controls.tell(asked, tried.resolved);
      },
    );
  }

  private startFrom(name: string): void {
    void this.turns.take(async () => {
      if (!this.draft) return;
      const tried = await this.attempt(this.setup.designOptions(name, this.draft));
      if (tried) this.take(tried);
    });
  }

  private async attempt(options: Options): Promise<Tried | null> {
    try {
      const tried = await this.setup.engine.ask('try', options);
      this.tried = tried;
      if (this.missing) throw this.missing;
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

  private complain(error: unknown): void {
    this.outcome.complain(error instanceof InputError ? error.message : `The engine failed: ${error}`);
  }
}
