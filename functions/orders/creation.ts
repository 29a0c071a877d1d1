import type * as z from 'zod';
import type { CreationReply, IdempotencyRequest } from '../../shared/table/idempotency.ts';

/** What a POST creates, and what is answered, where it was not created before. */
export interface Prepared<Change, Body> {
  readonly change: Change;
  readonly reply: CreationReply<Body>;
}

/** A POST that creates once, however often it comes. */
export interface Creation<Body> {
  readonly idempotency: IdempotencyRequest | undefined;
  /** Shape of an earlier answer. */
  readonly replySchema: z.ZodType<Body>;
}
