import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type * as z from 'zod';

/** A small JSON file that is either the old or the new one after a crash, never half of it. */
export interface DurableFile<Value> {
  /** Undefined when there is no such file. Throws when it is not what this program wrote. */
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
      return text === undefined ? undefined : schema.parse(JSON.parse(text));
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

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
