import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from './chromium.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cabinet-chromium-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function putBrowser(name: string, script: string): string {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

const find = (environment: Record<string, string>, installations: (() => Promise<void>)[] = []) =>
  findChromium({
    environment: { PATH: directory, ...environment },
    downloaded: join(directory, 'downloaded'),
    installations,
  });

test('CHROMIUM_PATH takes precedence over PATH', async () => {
  putBrowser('chromium', 'exit 0');
  const named = putBrowser('mine', 'exit 0');
  expect(await find({ CHROMIUM_PATH: named })).toBe(named);
});

test('a CHROMIUM_PATH that does not start is reported in one sentence, without a fallback', async () => {
  putBrowser('chromium', 'exit 0');
  await expect(find({ CHROMIUM_PATH: '/nowhere' })).rejects.toThrow(
    'CHROMIUM_PATH is /nowhere, which does not start: name a Chromium, or unset it.',
  );
});

test('what merely has the name of a browser is passed over', async () => {
  putBrowser('chromium', 'echo install the snap >&2; exit 1');
  const chrome = putBrowser('google-chrome', 'exit 0');
  expect(await find({})).toBe(chrome);
});

test('a browser without a user interface is preferred', async () => {
  putBrowser('chromium', 'exit 0');
  const shell = putBrowser('chromium-headless-shell', 'exit 0');
  expect(await find({})).toBe(shell);
});

test('without a Chromium, the ways to install one are tried in turn', async () => {
  const tried: string[] = [];
  const installs = (name: string, works: boolean) => () => {
    tried.push(name);
    if (works) putBrowser('chromium', 'exit 0');
    return Promise.resolve();
  };
  const ways = [installs('first', false), installs('second', true), installs('third', true)];
  expect(await find({}, ways)).toBe(join(directory, 'chromium'));
  expect(tried).toEqual(['first', 'second']);
});

test('if none can be installed, one sentence says what to do', async () => {
  await expect(find({})).rejects.toThrow(/install one and name it in CHROMIUM_PATH/);
});
