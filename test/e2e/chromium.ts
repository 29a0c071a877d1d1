import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** The first one has no user interface: browser tests take a third less processor time in it. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MILLISECONDS_TO_START = 20_000;
const MILLISECONDS_TO_INSTALL = 10 * 60_000;

/** Where to look, and what to try where there is none. */
interface Search {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where Playwright puts its own. */
  readonly downloaded: string;
  /** Ways to get one, tried in this order; each resolves also when it did not help. */
  readonly installations: readonly (() => Promise<void>)[];
}

const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '../cli.js');
const isRoot = process.getuid?.() === 0;

/**
 * Path of a Chromium: the one that `CHROMIUM_PATH` names, the system's, Playwright's, or one that is installed now.
 * @throws one sentence that says what to do
 */
export async function findChromium({
  environment = process.env,
  downloaded = chromium.executablePath(),
  installations = [downloadPlaywrights, installDebians],
}: Partial<Search> = {}): Promise<string> {
  const named = environment['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (await starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which does not start: name a Chromium, or unset it.`);
  }
  const directories = (environment['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  const systems = SYSTEM_NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
  const places = [...systems, downloaded];
  let found = await firstThatStarts(places);
  for (const install of installations) {
    if (found !== undefined) break;
    await install();
    found = await firstThatStarts(places);
  }
  if (found !== undefined) return found;
  throw new Error(
    'There is no Chromium and none could be installed: install one and name it in CHROMIUM_PATH, or run `npx playwright-core install --with-deps chromium`.',
  );
}

async function firstThatStarts(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await starts(path)) return path;
  return undefined;
}

/** A file is not enough: Ubuntu's `chromium-browser` is a script that says to install a snap, a download lacks libraries. */
async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  return run(path, ['--version'], { timeout: MILLISECONDS_TO_START }).then(
    () => true,
    () => false,
  );
}

async function downloadPlaywrights(): Promise<void> {
  console.log('no Chromium here: asking Playwright for one');
  await tryTo(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
  const path = chromium.executablePath();
  if (isRoot && existsSync(path) && !(await starts(path)))
    await tryTo(process.execPath, [cli, 'install-deps', 'chromium']);
}

async function installDebians(): Promise<void> {
  if (!isRoot || process.platform !== 'linux') return;
  console.log('none from Playwright: asking apt-get for one');
  await tryTo('apt-get', ['update', '--quiet']);
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (await tryTo('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', name])) return;
}

/** Resolves with whether it succeeded. */
async function tryTo(command: string, options: readonly string[]): Promise<boolean> {
  return run(command, options, {
    timeout: MILLISECONDS_TO_INSTALL,
    maxBuffer: 64 * 2 ** 20,
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
    },
  }).then(
    () => true,
    (error: unknown) => {
      const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      console.log(line);
      return false;
    },
  );
}
