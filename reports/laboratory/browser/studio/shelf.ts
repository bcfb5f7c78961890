import type { Experiment } from '../../studio-data.ts';
import { labelled } from '../controls/field.ts';
import { element } from '../element.ts';
import type { Experiments } from './experiments.ts';

interface ShelfSetup {
  readonly experiments: Experiments;
  /** The experiment that is on the bench. */
  current(): Promise<Experiment>;
  opened(experiment: Experiment): Promise<void>;
}

/** Experiments that are kept: one can be opened, and the one on the bench saved. */
export class Shelf {
  readonly element: HTMLElement;
  private readonly setup: ShelfSetup;
  private readonly kept = element('select');
  private readonly name = element('input', { type: 'text' });
  private readonly replace = element('input', { type: 'checkbox' });
  private readonly said = element('p', { class: 'hint', role: 'status' });

  constructor(setup: ShelfSetup) {
    this.setup = setup;
    this.name.value = 'experiment';
    const button = (text: string, act: () => Promise<string>) => {
      const made = element('button', { type: 'button' }, text);
      made.addEventListener('click', async () => {
        // Whatever goes wrong is for the user to read.
        this.said.textContent = await act().catch(error => error.message);
      });
      return made;
    };
    const open = button('Open', () => this.open());
    const save = button('Save', () => this.save());
    this.element = element(
      'fieldset',
      { class: 'controls' },
      element('legend', {}, 'Experiments'),
      labelled('Kept', this.kept, open),
      labelled('Name', this.name, save),
      labelled('Replace', this.replace),
      this.said,
    );
  }

  async list(): Promise<void> {
    const names = await this.setup.experiments.names();
    this.kept.replaceChildren(...names.map(each => new Option(each, each)));
  }

  private async open(): Promise<string> {
    const name = this.kept.value;
    if (name === '') return 'Nothing is kept yet.';
    await this.setup.opened(await this.setup.experiments.open(name));
    this.name.value = name.replace(/\.[^.]*$/, '');
    return `${name} is on the bench.`;
  }

  private async save(): Promise<string> {
    const { experiments, current } = this.setup;
    const file = await experiments.save(this.name.value.trim(), await current(), this.replace.checked);
    await this.list();
    this.kept.value = file;
    return `Saved as ${file}.`;
  }
}
