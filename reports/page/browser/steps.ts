import { enableCopying } from './copy.ts';
import { canInflate, carriedText } from './inflate.ts';

/** Adds the steps that the page carries compressed. */
async function addFurtherSteps(): Promise<void> {
  if (!document.getElementById('further-steps') || !canInflate()) return;
  document.querySelector('.steps')!.insertAdjacentHTML('beforeend', await carriedText('further-steps'));
}

/** Shows one step at a time: a slider, two buttons, and the arrow keys. */
function enableStepping(): void {
  const stepper = document.querySelector<HTMLElement>('.stepper')!;
  const slider = stepper.querySelector('input')!;
  const output = stepper.querySelector('output')!;
  const steps = [...document.querySelectorAll<HTMLElement>('.steps > li')];
  slider.max = String(steps.length);
  const show = (number: number) => {
    const chosen = Math.min(Math.max(number, 1), steps.length);
    slider.value = String(chosen);
    output.textContent = `${chosen} of ${steps.length}`;
    slider.setAttribute('aria-valuetext', `request ${output.textContent}`);
    for (const [i, step] of steps.entries()) step.hidden = i !== chosen - 1;
  };
  stepper.hidden = false;
  document.querySelector<HTMLElement>('.hint')!.hidden = false;
  slider.addEventListener('input', () => show(Number(slider.value)));
  for (const button of stepper.querySelectorAll<HTMLButtonElement>('button'))
    button.addEventListener('click', () => show(Number(slider.value) + Number(button.dataset.by)));
  document.addEventListener('keydown', event => {
    // The slider answers these keys itself.
    if (event.target === slider || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = {
      ArrowLeft: Number(slider.value) - 1,
      ArrowRight: Number(slider.value) + 1,
      Home: 1,
      End: steps.length,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  });
  show(1);
}

addFurtherSteps().then(enableStepping);
enableCopying();
