import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { SignedInScope } from '../auth/scope.ts';
import { CabinetError } from '../errors.ts';
import { tableDefinition } from './definition.ts';
import { Partition } from './partition.ts';
import type { StoredItem } from './item.ts';
import type { ItemKey, WriteAction } from './table.ts';

/** How long a key is remembered, in seconds. The condition of the write checks it: DynamoDB expires items with a delay. */
const rememberedSeconds = 24 * 60 * 60;

/** A POST that may arrive more than once: its key, and a hash of what it asks for. */
export interface IdempotencyRequest {
  readonly record: ItemKey;
  readonly bodyHash: string;
  readonly now: Date;
}

/**
 * Names a request by subject, route and key.
 *
 * @param body what was asked for: the address and the body as it came, byte for byte
 */
export function idempotencyRequest(
  scope: SignedInScope,
  routeId: string,
  key: string,
  body: string,
  now: Date,
): IdempotencyRequest {
  const keyHash = createHash('sha256').update(key).digest('base64url');
  return {
    record: { partition: Partition.ofUser(scope), sortKey: `IDEMPOTENCY#${routeId}#${keyHash}` },
    bodyHash: createHash('sha256').update(body).digest('base64url'),
    now,
  };
}

const recordSchema = z.object({
  bodyHash: z.string(),
  reply: z.unknown(),
  [tableDefinition.timeToLive]: z.number(),
});

/** The reply to a request that created something. */
export interface CreationReply<Body> {
  readonly body: Body;
  readonly version: number;
  readonly location: string;
}

/**
 * The earlier reply under the same key.
 *
 * @param record as it was read under the request's key
 * @throws CabinetError `idempotencyKeyReused` if the key has been used with another request
 */
export function replayOf<Body>(
  record: StoredItem | undefined,
  request: IdempotencyRequest,
  bodySchema: z.ZodType<Body>,
): CreationReply<Body> | undefined {
  if (record === undefined) return undefined;
  const { bodyHash, reply, [tableDefinition.timeToLive]: expiresAt } = recordSchema.parse(record);
  if (expiresAt <= Math.floor(request.now.getTime() / 1000)) return undefined;
  if (bodyHash !== request.bodyHash) throw new CabinetError('idempotencyKeyReused');
  const replySchema = z.object({ body: bodySchema, version: z.number(), location: z.string() });
  return replySchema.parse(reply);
}

/** Stores the reply to a request for a day; refused with `concurrentChange` if there is one already. */
export function remember(request: IdempotencyRequest, reply: CreationReply<unknown>): WriteAction {
  return {
    put: request.record,
    item: {
      schemaVersion: 1,
      bodyHash: request.bodyHash,
      reply,
      [tableDefinition.timeToLive]: Math.floor(request.now.getTime() / 1000) + rememberedSeconds,
    },
    expect: { absentOrExpiredAt: request.now },
  };
}
