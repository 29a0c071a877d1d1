import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { openDurableFile, type DurableFile } from './durable-file.ts';
import { lockName, openHolderFile, readHolder, type Holder } from './holder.ts';
import { belongsToLock, tryFileLock, type FileLock } from './file-lock.ts';
import { StartError } from './start-error.ts';

const markerName = 'local-stack.json';

/** The marker file of a data directory. `seeding`: a first start was interrupted while seeding. */
const markerSchema = z.strictObject({
  format: z.literal(1),
  seed: z.enum(['none', 'seeding', 'seeded']),
});
type SeedState = z.infer<typeof markerSchema>['seed'];

export interface DataDirectory {
  readonly path: string;
  /** Whether this start creates or resets it. */
  readonly isNew: boolean;
  readonly seedState: SeedState;
  /**
   * Marks the directory as belonging to this start, and empties it for a reset; until then, its data is untouched.
   */
  begin(): void;
  recordSeed(state: SeedState): void;
  /** Records where the application of this directory answers. */
  recordAddress(address: NonNullable<Holder['address']>): void;
  /** A subdirectory for one service. */
  directoryOf(service: string): string;
  release(): void;
}

/**
 * Opens the data directory for this process only. It is reset when `empty` is set, and when the previous start died
 * while seeding; `endLeftOvers` stops processes that a dead start left running on it. Nothing is erased before
 * `begin`, so that a refused start never costs data.
 * @throws {StartError} when it is in use, damaged, or not a data directory
 */
export async function openDataDirectory(
  directory: string,
  empty: boolean,
  endLeftOvers: (path: string) => Promise<void>,
): Promise<DataDirectory> {
  const path = resolve(directory);
  createDirectory(path, directory);
  const holder = openHolderFile(path);
  const lock = takeLock(path, directory, holder);
  try {
    const marker = openDurableFile(join(path, markerName), markerSchema);
    const found = readMarker(marker, directory, empty);
    const startOver = empty || found?.seed === 'seeding';
    await endLeftOvers(path);
    const isNew = found === undefined || startOver;
    let state = isNew ? 'none' : found.seed;
    return {
      path,
      isNew,
      get seedState() {
        return state;
      },
      begin: () => {
        if (startOver) emptyDirectory(path);
        if (isNew) marker.write({ format: 1, seed: state });
        holder.write({ pid: process.pid });
      },
      recordSeed: (seed) => {
        marker.write({ format: 1, seed });
        state = seed;
      },
      recordAddress: ({ origin, endpoints }) => {
        holder.write({ pid: process.pid, address: { origin, endpoints } });
      },
      directoryOf: (service) => {
        mkdirSync(join(path, service), { recursive: true });
        return join(path, service);
      },
      release: () => {
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function createDirectory(path: string, directory: string): void {
  try {
    mkdirSync(path, { recursive: true });
    const entries = readdirSync(path);
    // A mistyped --data must never erase a directory that is not ours.
    if (entries.some((name) => !belongsToLock(name, lockName)) && !entries.includes(markerName))
      throw new StartError(`${directory} holds other files: choose an empty or a new directory with --data.`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `${directory} cannot be a data directory (${codeOf(error)}): choose another with --data.`,
    );
  }
}

function takeLock(path: string, directory: string, holder: DurableFile<Holder>): FileLock {
  const lock = lockOrExplain(join(path, lockName), directory);
  if (lock) return lock;
  const { pid, address } = readHolder(holder);
  const where = address ? ` (${address.origin})` : '';
  const whose = pid === undefined ? 'another process' : `process ${pid}${where}`;
  throw new StartError(`${directory} is in use by ${whose}: stop that one, or choose another with --data.`);
}

function lockOrExplain(path: string, directory: string): FileLock | undefined {
  try {
    return tryFileLock(path);
  } catch (error) {
    throw new StartError(
      `${directory}/${lockName} cannot be locked (${codeOf(error)}): choose another with --data.`,
    );
  }
}

function readMarker(
  marker: DurableFile<z.infer<typeof markerSchema>>,
  directory: string,
  empty: boolean,
): z.infer<typeof markerSchema> | undefined {
  try {
    return marker.read();
  } catch {
    if (empty) return undefined;
    throw new StartError(damaged(directory, markerName));
  }
}

/** The message for a data directory that cannot be read. */
export function damaged(directory: string, what: string): string {
  return `${directory} is damaged (${what}): start with --fresh, or restore a copy of it.`;
}

/** The marker is removed last, so that an interrupted reset can be repeated. */
function emptyDirectory(path: string): void {
  for (const name of readdirSync(path))
    if (!belongsToLock(name, lockName) && name !== markerName)
      rmSync(join(path, name), { recursive: true, force: true });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
