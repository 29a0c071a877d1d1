import * as z from 'zod';
import type { Database } from './database.ts';

/** Values that the pool generates once: its signing key and its secret. */
export interface Settings {
  readOrCreate(name: string, create: () => string): string;
}

const row = z.object({ value: z.string() });

/** The named settings of a pool. */
export function createSettings(database: Database): Settings {
  return {
    readOrCreate: (name, create) =>
      database.transaction(() => {
        const stored = database.get(row, 'SELECT value FROM settings WHERE name = ?', name);
        if (stored) return stored.value;
        const value = create();
        database.run('INSERT INTO settings (name, value) VALUES (?, ?)', name, value);
        return value;
      }),
  };
}
