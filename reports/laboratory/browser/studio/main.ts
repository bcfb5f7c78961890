import type { StudioData } from '../../studio-data.ts';
import { element } from '../element.ts';
import { canRun } from '../engine-thread.ts';
import { openStudio } from './studio.ts';

// The server wrote the page together with this very script, so the data is of this type.
const data = JSON.parse(document.getElementById('document')!.textContent!) as StudioData;
const place = document.querySelector<HTMLElement>('#studio .bench')!;
const fail = (problem: string) => place.replaceChildren(element('p', { class: 'alarm', role: 'alert' }, problem));

if (canRun()) openStudio(place, data).catch(error => fail(`The engine did not start: ${error}`));
else fail('This browser is too old: it has no DecompressionStream.');
