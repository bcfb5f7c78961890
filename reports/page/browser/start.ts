import { canInflate, carriedText } from './inflate.ts';

/** Unpacks the script that the page carries and runs it; without that, the page stays as it was written. */
async function start(): Promise<void> {
  const script = document.createElement('script');
  script.textContent = await carriedText('script');
  document.body.append(script);
}

if (canInflate()) start();
