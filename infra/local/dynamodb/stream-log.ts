import { DatabaseSync } from 'node:sqlite';

const SECONDS_KEPT = 24 * 60 * 60;

/**
 * Keeps the engine's log of stream records usable. The engine (1.2.1) never trims it, numbers a record by reading all
 * of its table's records, and reads a stream the same way: after 20,000 writes a write takes 8 ms instead of 0.6.
 * An index of ours on its file mends that. What is older than a day goes, as in the cloud; the day is counted back
 * from the last write and not from now, so that nothing is lost while the cabinet is switched off. The last
 * record stays in any case: the next number follows from it. The file does not shrink, but what is free in it is used again.
 */
export function tendStreamLog(databaseFile: string): void {
  const database = new DatabaseSync(databaseFile);
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec(
      `CREATE INDEX IF NOT EXISTS cabinet_stream_order
         ON _stream_records (table_name, CAST(sequence_number AS INTEGER))`,
    );
    database
      .prepare(
        `DELETE FROM _stream_records
          WHERE created_at < (SELECT MAX(created_at) FROM _stream_records) - ?
            AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)`,
      )
      .run(SECONDS_KEPT);
  } finally {
    database.close();
  }
}
