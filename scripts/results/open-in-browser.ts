import { spawn } from 'node:child_process';

/**
 * Opens a file or an address in the user's browser.
 * @param what it is, for the message where there is no browser
 */
export function openInBrowser(target: string, what: string): void {
  const [program, ...before] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? [
    'xdg-open',
  ];
  const browser = spawn(program!, [...before, target], { detached: true, stdio: 'ignore' });
  browser.on('error', () => console.error(`tierlab: no browser found; ${what} is ${target}`));
  browser.unref();
}
