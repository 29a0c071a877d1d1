import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { openDurableFile, type DurableFile } from '../boot/durable-file.ts';

const recordSchema = z.object({ pid: z.int().positive() });

const endTimeoutMs = 3_000;

export const databaseFile = (directory: string): string => join(directory, 'engine.sqlite');

/** Records which process serves the database of a directory, for the start after a `kill -9`. */
export function engineRecord(directory: string): DurableFile<z.infer<typeof recordSchema>> {
  return openDurableFile(join(directory, 'engine.json'), recordSchema);
}

/**
 * Ends an engine that outlived its parent: the engine itself allows two processes on one file. Process ids are
 * reused, so a process is only ended if it runs the engine on this very file.
 */
export async function endLeftOver(directory: string): Promise<void> {
  const record = engineRecord(directory);
  const pid = readPid(record);
  if (pid !== undefined && serves(pid, databaseFile(directory))) await endProcess(pid);
  record.remove();
}

/** Ends the process and its children, with SIGTERM first. */
export async function endProcess(pid: number): Promise<void> {
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + endTimeoutMs;
  while (commandLineOf(pid) !== undefined && Date.now() < deadline) await sleep(10);
  signal(pid, 'SIGKILL');
}

/** Signals the process and its children (npx has one); does nothing when they are gone. */
export function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    // Windows has no process groups; elsewhere the engine leads one.
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function readPid(record: DurableFile<z.infer<typeof recordSchema>>): number | undefined {
  try {
    return record.read()?.pid;
  } catch {
    return undefined;
  }
}

function serves(pid: number, database: string): boolean {
  const commandLine = commandLineOf(pid);
  return commandLine !== undefined && commandLine.includes('dynoxide') && commandLine.includes(database);
}

/** Command line of a running process; undefined when there is none with that id (or it is a zombie). */
function commandLineOf(pid: number): string | undefined {
  try {
    const commandLine =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return commandLine.trim() === '' ? undefined : commandLine;
  } catch {
    return undefined;
  }
}
