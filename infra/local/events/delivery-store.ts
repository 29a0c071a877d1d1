import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** Stage of a delivery: on its way to the target, or an invocation that the function has accepted. */
type Stage = 'delivery' | 'invocation';

/** An event on its way to one target. */
export interface StoredDelivery {
  readonly id: string;
  readonly target: string;
  readonly stage: Stage;
  /** The target's input. */
  readonly input: unknown;
  /** Failed attempts of this stage. */
  readonly attempts: number;
  /** Milliseconds since the epoch: start of this stage, and time of the next attempt. */
  readonly since: number;
  readonly nextAt: number;
  readonly lastError: string | undefined;
  /** `dead`: in a dead-letter queue. `lost`: nowhere. */
  readonly state: 'waiting' | 'dead' | 'lost';
}

/** Unfinished deliveries, and the last ones that finally failed. */
export interface DeliveryStore {
  /** Stores deliveries, all or none. */
  add(deliveries: readonly Pick<StoredDelivery, 'target' | 'input'>[]): StoredDelivery[];
  update(delivery: StoredDelivery): void;
  remove(id: string): void;
  waiting(): StoredDelivery[];
  recent(limit: number): StoredDelivery[];
  close(): void;
}

const rowSchema = z.object({
  id: z.string(),
  target: z.string(),
  stage: z.enum(['delivery', 'invocation']),
  input: z.string(),
  attempts: z.number(),
  since: z.number(),
  next_at: z.number(),
  last_error: z.string().nullable(),
  state: z.enum(['waiting', 'dead', 'lost']),
});

/** Number of failures kept for inspection. */
const maxStoredFailures = 1000;

export function openDeliveryStore(file: string, now: () => number): DeliveryStore {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS delivery (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      target TEXT NOT NULL,
      stage TEXT NOT NULL,
      input TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      since INTEGER NOT NULL,
      next_at INTEGER NOT NULL,
      last_error TEXT,
      state TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS delivery_state ON delivery (state, sequence);
  `);
  const insert = database.prepare(
    `INSERT INTO delivery (id, target, stage, input, attempts, since, next_at, last_error, state)
     VALUES (?, ?, 'delivery', ?, 0, ?, ?, NULL, 'waiting')`,
  );
  const update = database.prepare(
    'UPDATE delivery SET stage = ?, attempts = ?, since = ?, next_at = ?, last_error = ?, state = ? WHERE id = ?',
  );
  const prune = database.prepare(
    `DELETE FROM delivery WHERE state <> 'waiting' AND sequence NOT IN
       (SELECT sequence FROM delivery WHERE state <> 'waiting' ORDER BY sequence DESC LIMIT ${maxStoredFailures})`,
  );
  const remove = database.prepare('DELETE FROM delivery WHERE id = ?');
  const selectWaiting = database.prepare("SELECT * FROM delivery WHERE state = 'waiting' ORDER BY sequence");
  const selectRecent = database.prepare('SELECT * FROM delivery ORDER BY sequence DESC LIMIT ?');

  return {
    add: (deliveries) => {
      const instant = now();
      const stored = deliveries.map(({ target, input }): StoredDelivery => ({
        ...{
          id: randomUUID(),
          target,
          stage: 'delivery',
          input,
          attempts: 0,
          since: instant,
          nextAt: instant,
        },
        ...{ lastError: undefined, state: 'waiting' },
      }));
      database.exec('BEGIN');
      try {
        for (const { id, target, input } of stored)
          insert.run(id, target, JSON.stringify(input ?? null), instant, instant);
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
      return stored;
    },
    update: ({ id, stage, attempts, since, nextAt, lastError, state }) => {
      update.run(stage, attempts, since, nextAt, lastError ?? null, state, id);
      if (state !== 'waiting') prune.run();
    },
    remove: (id) => {
      remove.run(id);
    },
    waiting: () => selectWaiting.all().map(parseRow),
    recent: (limit) => selectRecent.all(limit).map(parseRow),
    close: () => {
      database.close();
    },
  };
}

function parseRow(row: unknown): StoredDelivery {
  const { input, next_at: nextAt, last_error: lastError, ...rest } = rowSchema.parse(row);
  const parsed: unknown = JSON.parse(input);
  return { ...rest, nextAt, lastError: lastError ?? undefined, input: parsed };
}
