import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { SignedInScope } from '../auth/scope.ts';
import { CabinetError } from '../errors.ts';
import { tableDefinition } from './definition.ts';
import { Partition } from './partition.ts';
import type { ItemKey, StoredItem, Table, WriteAction } from './table.ts';

/** How long a key is remembered, in seconds. The condition of the write checks it: expiry by the table is too late. */
const rememberedSeconds = 24 * 60 * 60;

/** A POST that may come twice: which one it is, and what was in it. */
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
  reply: z.instanceof(Uint8Array),
  [tableDefinition.timeToLive]: z.number(),
});

/** The answer that a created resource was first announced with. */
export interface CreationReply<Body> {
  readonly body: Body;
  readonly version: number;
  readonly location: string;
}

class IdempotencyRace extends CabinetError {
  constructor() {
    super('concurrentChange');
  }
}

/** What a creation still has to write, and what it will answer. */
interface Creation<Body> {
  readonly actions: readonly WriteAction[];
  readonly reply: CreationReply<Body>;
}

/**
 * Creates once: one batched read of what the creation needs to know and of the earlier answer under the same key,
 * then one transaction that writes both the resource and its answer.
 *
 * @param needs items to read; handed to `prepare` in the same order
 * @param replySchema shape of the body of an earlier answer
 * @throws CabinetError `idempotencyKeyReused`, or whatever `prepare` and its actions refuse with
 */
export async function createOnce<Body>(
  table: Table,
  request: IdempotencyRequest | undefined,
  needs: readonly ItemKey[],
  replySchema: z.ZodType<Body>,
  prepare: (found: readonly (StoredItem | undefined)[]) => Creation<Body>,
): Promise<CreationReply<Body>> {
  if (request === undefined) {
    const { actions, reply } = prepare(needs.length === 0 ? [] : await table.getMany(needs));
    await table.write(actions);
    return reply;
  }
  const [record, ...found] = await table.getMany([request.record, ...needs]);
  const earlier = replayOf(record, request, replySchema);
  if (earlier !== undefined) return earlier;

  try {
    const { actions, reply } = prepare(found);
    await table.write([...actions, remember(request, reply)]);
    return reply;
  } catch (error) {
    // A refusal, too, can be the echo of a twin that won meanwhile: its answer is the right one then.
    if (!(error instanceof CabinetError) || error.code === 'invalidRequest') throw error;
    const twin = replayOf(await table.get(request.record), request, replySchema);
    if (twin === undefined) throw error;
    return twin;
  }
}

/**
 * The earlier answer under the same key, for a creation that has to know before it calls somebody else.
 *
 * @throws CabinetError `idempotencyKeyReused`
 */
export async function earlierReply<Body>(
  table: Table,
  request: IdempotencyRequest | undefined,
  bodySchema: z.ZodType<Body>,
): Promise<CreationReply<Body> | undefined> {
  if (request === undefined) return undefined;
  return replayOf(await table.get(request.record), request, bodySchema);
}

function replayOf<Body>(
  record: StoredItem | undefined,
  request: IdempotencyRequest,
  bodySchema: z.ZodType<Body>,
): CreationReply<Body> | undefined {
  if (record === undefined) return undefined;
  const { bodyHash, reply, [tableDefinition.timeToLive]: expiresAt } = recordSchema.parse(record);
  if (expiresAt <= Math.floor(request.now.getTime() / 1000)) return undefined;
  if (bodyHash !== request.bodyHash) throw new CabinetError('idempotencyKeyReused');
  const replySchema = z.object({ body: bodySchema, version: z.number(), location: z.string() });
  return replySchema.parse(JSON.parse(inflateRawSync(reply).toString('utf8')));
}

function remember(request: IdempotencyRequest, reply: CreationReply<unknown>): WriteAction {
  return {
    put: request.record,
    item: {
      schemaVersion: 1,
      bodyHash: request.bodyHash,
      reply: deflateRawSync(JSON.stringify(reply)),
      [tableDefinition.timeToLive]: Math.floor(request.now.getTime() / 1000) + rememberedSeconds,
    },
    expect: { absentOrExpiredAt: request.now },
    refusal: new IdempotencyRace(),
  };
}
