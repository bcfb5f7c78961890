import { spawn } from 'node:child_process';

/** Opens a page with the program that the system has for pages, and does not wait for it. */
export function openInBrowser(file: string): void {
  const [program, ...before] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? [
    'xdg-open',
  ];
  const browser = spawn(program!, [...before, file], { detached: true, stdio: 'ignore' });
  browser.on('error', () => console.error(`tierlab: no browser found; the report is ${file}`));
  browser.unref();
}
