import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type * as z from 'zod';

/** The file's content is not what this program writes. The message is the file's name. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';
}

/** A small JSON file that is either the old or the new version after a crash, never half of it. */
export interface DurableFile<Value> {
  /**
   * Undefined when there is no such file. Throws a DamagedFileError when the content is not what this program writes.
   */
  read(): Value | undefined;
  write(value: Value): void;
  remove(): void;
}

export function openDurableFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): DurableFile<z.output<Schema>> {
  return {
    read: () => {
      const text = readIfThere(path);
      return text === undefined ? undefined : parse(path, schema, text);
    },
    write: (value) => {
      writeFileSync(`${path}.new`, JSON.stringify(value), { flush: true });
      renameSync(`${path}.new`, path);
    },
    remove: () => {
      rmSync(path, { force: true });
    },
  };
}

function parse<Schema extends z.ZodType>(path: string, schema: Schema, text: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new DamagedFileError(basename(path), { cause });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
