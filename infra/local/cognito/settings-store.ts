import * as z from 'zod';
import type { Database } from './database.ts';

/** What the pool makes up once and must find again: its signing key, its own secret. */
export interface Settings {
  readOrCreate(name: string, create: () => string): string;
}

const row = z.object({ value: z.string() });

/** The few named values that a pool keeps for itself. */
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
