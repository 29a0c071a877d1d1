import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** Position of each event source mapping in its stream. */
export interface Checkpoints {
  /** Sequence number of the last finished record; undefined for a stream that was never read. */
  find(mapping: string, streamArn: string): string | undefined;
  save(mapping: string, streamArn: string, sequenceNumber: string): void;
  close(): void;
}

const rowSchema = z.object({ sequence_number: z.string() });

export function openCheckpoints(file: string): Checkpoints {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS checkpoint (
      mapping TEXT NOT NULL,
      stream_arn TEXT NOT NULL,
      sequence_number TEXT NOT NULL,
      PRIMARY KEY (mapping, stream_arn)
    ) WITHOUT ROWID;
  `);
  const select = database.prepare(
    'SELECT sequence_number FROM checkpoint WHERE mapping = ? AND stream_arn = ?',
  );
  const upsert = database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?)');
  return {
    find: (mapping, streamArn) => {
      const row = select.get(mapping, streamArn);
      return row && rowSchema.parse(row).sequence_number;
    },
    save: (mapping, streamArn, sequenceNumber) => {
      upsert.run(mapping, streamArn, sequenceNumber);
    },
    close: () => {
      database.close();
    },
  };
}
