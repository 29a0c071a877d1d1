import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** A mail that would have been sent. */
interface Mail {
  /** ISO 8601. */
  readonly sentAt: string;
  /** Service that sent it. */
  readonly service: 'cognito' | 'ses';
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly isHtml: boolean;
}

const rowSchema = z
  .object({
    id: z.number(),
    sentAt: z.string(),
    service: z.enum(['cognito', 'ses']),
    recipients: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
    subject: z.string(),
    body: z.string(),
    isHtml: z.number().transform((flag) => flag === 1),
  })
  .readonly();

/** A mail with its number in the outbox. */
export type StoredMail = z.output<typeof rowSchema>;

/** Sent mails: nothing leaves this machine, everything can be read on the `/_local` page. */
export interface Outbox {
  /** Returns after storing it. */
  add(mail: Mail): StoredMail;
  /** Newest first. */
  list(limit: number): readonly StoredMail[];
  find(id: number): StoredMail | undefined;
  close(): void;
}

export function openOutbox(directory: string): Outbox {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'outbox.sqlite'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS mail (
      id INTEGER PRIMARY KEY,
      sentAt TEXT NOT NULL,
      service TEXT NOT NULL,
      recipients TEXT NOT NULL,
      subject TEXT NOT NULL,
      body TEXT NOT NULL,
      isHtml INTEGER NOT NULL
    ) STRICT`);
  const insert = database.prepare(
    'INSERT INTO mail (sentAt, service, recipients, subject, body, isHtml) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const newest = database.prepare('SELECT * FROM mail ORDER BY id DESC LIMIT ?');
  const byId = database.prepare('SELECT * FROM mail WHERE id = ?');
  return {
    add: (mail) => {
      const { sentAt, service, subject, body } = mail;
      const recipients = JSON.stringify(mail.recipients);
      const { lastInsertRowid } = insert.run(sentAt, service, recipients, subject, body, mail.isHtml ? 1 : 0);
      return { ...mail, recipients: [...mail.recipients], id: Number(lastInsertRowid) };
    },
    list: (limit) => newest.all(limit).map((row) => rowSchema.parse(row)),
    find: (id) => rowSchema.optional().parse(byId.get(id)),
    close: () => {
      database.close();
    },
  };
}
