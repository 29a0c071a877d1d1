import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { QueueDefinition } from './definition.ts';

/** A message with attributes as the client sent them. */
interface NewMessage {
  readonly body: string;
  readonly attributes: unknown;
  /** Seconds; the queue's delay by default. */
  readonly delay: number | undefined;
}

/** A received message that must be deleted. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: unknown;
  readonly receiveCount: number;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly firstReceivedAt: number;
}

interface MessageCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** The messages of all queues. */
export interface MessageStore {
  send(queue: QueueDefinition, message: NewMessage): string;
  /** Visible messages in sending order; those received too often move to the dead-letter queue. */
  receive(queue: QueueDefinition, limit: number, visibilityTimeout: number): ReceivedMessage[];
  /** False when the handle is not that of the last receive. */
  remove(queue: QueueDefinition, receiptHandle: string): boolean;
  /** False when the message is not in flight with this handle. */
  changeVisibility(queue: QueueDefinition, receiptHandle: string, seconds: number): boolean;
  count(queue: QueueDefinition): MessageCounts;
  peek(queue: QueueDefinition, limit: number): { messageId: string; body: string }[];
  /** Milliseconds until a message becomes visible; undefined when none will. */
  untilNextVisible(queue: QueueDefinition): number | undefined;
  close(): void;
}

const rowSchema = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z.string(),
  sent_at: z.number(),
  first_received_at: z.number().nullable(),
  receive_count: z.number(),
});

/**
 * Opens the message store in a file.
 * @param now milliseconds since the epoch
 */
export function openMessageStore(file: string, now: () => number): MessageStore {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS message (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      queue TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      attributes TEXT NOT NULL,
      sent_at INTEGER NOT NULL,
      visible_at INTEGER NOT NULL,
      receive_count INTEGER NOT NULL DEFAULT 0,
      first_received_at INTEGER,
      receipt_handle TEXT
    );
    CREATE INDEX IF NOT EXISTS message_visible ON message (queue, visible_at);
  `);
  const insert = database.prepare(
    'INSERT INTO message (queue, id, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const expire = database.prepare('DELETE FROM message WHERE queue = ? AND sent_at < ?');
  const redrive = database.prepare(
    `UPDATE message SET queue = ?, visible_at = ?, receive_count = 0, first_received_at = NULL, receipt_handle = NULL
     WHERE queue = ? AND visible_at <= ? AND receive_count >= ?`,
  );
  const selectVisible = database.prepare(
    'SELECT * FROM message WHERE queue = ? AND visible_at <= ? ORDER BY sequence LIMIT ?',
  );
  const markReceived = database.prepare(
    `UPDATE message SET receipt_handle = ?, visible_at = ?, receive_count = receive_count + 1,
       first_received_at = coalesce(first_received_at, ?) WHERE id = ?`,
  );
  const remove = database.prepare('DELETE FROM message WHERE queue = ? AND receipt_handle = ?');
  const changeVisibility = database.prepare(
    'UPDATE message SET visible_at = ? WHERE queue = ? AND receipt_handle = ? AND visible_at > ?',
  );
  const countRows = database.prepare(
    `SELECT coalesce(sum(visible_at <= :now), 0) AS visible,
       coalesce(sum(visible_at > :now AND receipt_handle IS NOT NULL), 0) AS inFlight,
       coalesce(sum(visible_at > :now AND receipt_handle IS NULL), 0) AS delayed
     FROM message WHERE queue = :queue`,
  );
  const selectAll = database.prepare(
    'SELECT id, body FROM message WHERE queue = ? ORDER BY sequence LIMIT ?',
  );
  const nextVisible = database.prepare('SELECT min(visible_at) AS at FROM message WHERE queue = ?');

  const receive = (queue: QueueDefinition, limit: number, visibilityTimeout: number): ReceivedMessage[] => {
    const instant = now();
    expire.run(queue.arn, instant - queue.retention * 1000);
    if (queue.redrive)
      redrive.run(queue.redrive.deadLetterArn, instant, queue.arn, instant, queue.redrive.maxReceiveCount);
    return selectVisible.all(queue.arn, instant, limit).map((row) => {
      const { id, body, attributes, sent_at, first_received_at, receive_count } = rowSchema.parse(row);
      const receiptHandle = randomUUID();
      markReceived.run(receiptHandle, instant + visibilityTimeout * 1000, instant, id);
      const stored: unknown = JSON.parse(attributes);
      return {
        ...{ messageId: id, receiptHandle, body, attributes: stored, receiveCount: receive_count + 1 },
        ...{ sentAt: sent_at, firstReceivedAt: first_received_at ?? instant },
      };
    });
  };

  return {
    send: (queue, { body, attributes, delay }) => {
      const id = randomUUID();
      const visibleAt = now() + (delay ?? queue.delay) * 1000;
      insert.run(queue.arn, id, body, JSON.stringify(attributes ?? {}), now(), visibleAt);
      return id;
    },
    receive: (queue, limit, visibilityTimeout) => {
      database.exec('BEGIN');
      try {
        return receive(queue, limit, visibilityTimeout);
      } finally {
        database.exec('COMMIT');
      }
    },
    remove: (queue, receiptHandle) => remove.run(queue.arn, receiptHandle).changes > 0,
    changeVisibility: (queue, receiptHandle, seconds) => {
      const instant = now();
      return changeVisibility.run(instant + seconds * 1000, queue.arn, receiptHandle, instant).changes > 0;
    },
    count: (queue) => countsSchema.parse(countRows.get({ now: now(), queue: queue.arn })),
    peek: (queue, limit) =>
      selectAll.all(queue.arn, limit).map((row) => {
        const { id, body } = rowSchema.pick({ id: true, body: true }).parse(row);
        return { messageId: id, body };
      }),
    untilNextVisible: (queue) => {
      const { at } = nextSchema.parse(nextVisible.get(queue.arn));
      return at === null ? undefined : Math.max(0, at - now());
    },
    close: () => {
      database.close();
    },
  };
}

const countsSchema = z.object({ visible: z.number(), inFlight: z.number(), delayed: z.number() });
const nextSchema = z.object({ at: z.number().nullable() });
