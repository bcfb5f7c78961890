import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Starts the browser that the set-up of the tests has found. */
export function openBrowser(): Promise<Browser> {
  const { executablePath, env } = inject('browser');
  return chromium.launch({
    ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
    env: { ...definedEnvironment(), ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
