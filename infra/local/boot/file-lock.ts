import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FileLock {
  release(): void;
}

/**
 * Takes a lock that lives exactly as long as this process: the operating system gives it back even after `kill -9`,
 * so that there are no stale locks to guess about. (Node has no `flock`; SQLite's write lock is one.)
 * Undefined when another process, or another part of this one, holds it.
 */
export function tryFileLock(path: string): FileLock | undefined {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE');
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes('locked')) return undefined;
    throw error;
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Takes the lock as soon as it is free. */
export async function waitForFileLock(path: string): Promise<FileLock> {
  for (;;) {
    const lock = tryFileLock(path);
    if (lock) return lock;
    await sleep(50);
  }
}

/** Whether a file is the lock of this name, or the journal that SQLite keeps beside it. */
export function belongsToLock(fileName: string, lockName: string): boolean {
  return fileName === lockName || fileName === `${lockName}-journal`;
}
