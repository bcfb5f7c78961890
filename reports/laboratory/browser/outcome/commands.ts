import type { Configuration } from '../../../../engine/configuration/types.ts';
import { optionWords } from '../../../../spec/flag.ts';
import { shellWords } from '../../../../spec/shell-words.ts';
import { copyOnClick } from '../../../page/browser/copy.ts';
import { save } from '../../../page/browser/download.ts';
import type { ReplayedSettings } from '../../what-if-data.ts';
import { element } from '../element.ts';

/** The command that runs the cache at hand, and its configuration, to be taken away. */
export class Commands {
  readonly element: HTMLElement;
  private readonly code = element('code');
  private configuration: Configuration | null = null;
  private experiment: object = {};

  constructor() {
    const command = element('button', { type: 'button' }, 'Copy command');
    copyOnClick(command, () => this.code.textContent!, this.code);
    const configuration = element('button', { type: 'button' }, 'Copy configuration');
    copyOnClick(configuration, () => JSON.stringify(this.configuration, null, 2), this.code);
    const experiment = element('button', { type: 'button' }, 'Download experiment');
    experiment.addEventListener('click', () =>
      save('experiment.json', `${JSON.stringify(this.experiment, null, 2)}\n`, 'application/json'),
    );
    this.element = element(
      'div',
      { class: 'take-away' },
      element('div', { class: 'command' }, this.code, command),
      element('p', { class: 'buttons' }, configuration, experiment),
    );
  }

  /** @param experiment the options of a command that runs the cache on the same requests */
  show(experiment: ReplayedSettings, configuration: Configuration): void {
    this.experiment = experiment;
    this.code.textContent = shellWords(['npx', 'tierlab', 'sim', ...optionWords(experiment)]);
    this.configuration = configuration;
  }
}
