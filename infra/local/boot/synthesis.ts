import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { belongsToLock, waitForFileLock } from './file-lock.ts';
import type { Application } from './application.ts';
import { StartError } from './start-error.ts';
import { computeSynthesisKey } from './synthesis-key.ts';

const run = promisify(execFile);

const lockName = 'lock';

/** Syntheses of 30 MB each pile up during development: only a few are kept beside those in use. */
const maxUnusedSyntheses = 3;
/** Running stacks mark their synthesis as used more often than this. */
const unusedAfterMs = 20 * 60_000;

const cdkSchema = z.object({ app: z.string(), context: z.record(z.string(), z.unknown()).default({}) });

/** Below the application's directory, shared by all that run it. */
const cachePath = 'node_modules/.cache/local-stack';

/** What the synthesis depends on. */
type SynthesizedApplication = Pick<Application, 'directory' | 'stage' | 'sources' | 'ignoredSources'>;

/**
 * Synthesizes one stage of the application as the CDK's command line would, unless nothing has changed since the last
 * time. Resolves with the directory of the cloud assembly.
 * @throws {StartError} with the application's own output when it does not synthesize
 */
export async function synthesize(
  application: SynthesizedApplication,
  log?: (line: string) => void,
): Promise<string> {
  const { directory: projectDirectory, stage } = application;
  const cache = join(projectDirectory, cachePath);
  const directory = join(cache, computeSynthesisKey(application));
  if (isComplete(directory)) return markAsUsed(directory);
  mkdirSync(cache, { recursive: true });
  // Tests start many at once: one synthesizes, the others wait for it.
  const lock = await waitForFileLock(join(cache, lockName));
  try {
    if (isComplete(directory)) return markAsUsed(directory);
    removeUnused(cache);
    log?.(`synthesizing stage ${stage} (again only after a change)`);
    const unfinished = `${directory}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    await runApplication(projectDirectory, stage, unfinished);
    renameSync(unfinished, directory);
    return directory;
  } finally {
    lock.release();
  }
}

/** Protects a synthesis from removal while it is in use: functions are read from it whenever a worker starts. */
export function markAsUsed(directory: string): string {
  const now = new Date();
  utimesSync(directory, now, now);
  return directory;
}

async function runApplication(projectDirectory: string, stage: string, directory: string): Promise<void> {
  const { app, context } = readCdkJson(projectDirectory);
  try {
    await run(app, {
      cwd: projectDirectory,
      shell: true,
      maxBuffer: 64 * 2 ** 20,
      env: {
        ...process.env,
        // Rules that only check the template would take half of the time: tests and CI run them.
        CDK_VALIDATION: 'false',
        CDK_OUTDIR: directory,
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, stage }),
      },
    });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new StartError(`The application does not synthesize: fix this and start again.\n${output}`);
  }
}

function readCdkJson(projectDirectory: string): z.infer<typeof cdkSchema> {
  try {
    return cdkSchema.parse(JSON.parse(readFileSync(join(projectDirectory, 'cdk.json'), 'utf8')));
  } catch {
    throw new StartError(`${join(projectDirectory, 'cdk.json')} does not name an application: restore it.`);
  }
}

function isComplete(directory: string): boolean {
  return statSync(join(directory, 'manifest.json'), { throwIfNoEntry: false }) !== undefined;
}

function removeUnused(cache: string): void {
  const oldest = Date.now() - unusedAfterMs;
  const syntheses = readdirSync(cache)
    .filter((name) => !belongsToLock(name, lockName))
    .map((name) => ({ path: join(cache, name), lastUsed: statSync(join(cache, name)).mtimeMs }))
    .sort((one, other) => other.lastUsed - one.lastUsed);
  for (const { path, lastUsed } of syntheses.slice(maxUnusedSyntheses))
    if (lastUsed < oldest) rmSync(path, { recursive: true, force: true });
}
