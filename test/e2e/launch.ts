import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const isRoot = process.getuid?.() === 0;

/**
 * How Chromium runs on a machine without a screen, and without talking to anybody but the cabinet. QUIC is off since
 * nothing here speaks it, the sandbox where root would have to build it.
 */
export function describeLaunch(executablePath: string, ...more: readonly string[]): LaunchOptions {
  return {
    executablePath,
    chromiumSandbox: !isRoot,
    // Where no locale is set, Chromium calls every download with a Cyrillic name 'download'.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--headless=new',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  };
}

/** A Chromium with a profile of its own, which goes when it is closed. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch(describeLaunch(executablePath));
}
