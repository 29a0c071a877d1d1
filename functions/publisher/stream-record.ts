import { unmarshallDynamoDB } from '@aws-lambda-powertools/commons/utils/unmarshallDynamoDB';
import { parse } from '@aws-lambda-powertools/parser';
import * as z from 'zod';
import { tableDefinition } from '../../shared/table/definition.ts';

type Marshalled = Parameters<typeof unmarshallDynamoDB>[0];

/** An item in the engine's notation, where every value stands under the name of its type, read into plain values. */
const item = z
  .custom<Marshalled>((value) => marshalled.safeParse(value).success)
  .transform((attributes, context) => {
    try {
      return unmarshallDynamoDB(attributes);
    } catch {
      context.addIssue('Not an item');
      return z.NEVER;
    }
  });
const marshalled = z.record(z.string(), z.record(z.string(), z.unknown()));

const { partitionKey, sortKey } = tableDefinition;

/**
 * A record of the table's stream, as far as events are made of it. Powertools brings a schema of the whole record,
 * and with it zod in fifty languages: more than the rest of this function together (docs/adr/0035).
 */
const streamRecordSchema = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    Keys: item.pipe(z.object({ [partitionKey]: z.string(), [sortKey]: z.string() })),
    NewImage: item.optional(),
    OldImage: item.optional(),
  }),
});

/** One change of one item of the table. */
export interface Change {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** The item as it was before; `undefined` where there was none. */
  readonly before: unknown;
  /** The item as it is now; `undefined` where there is none any more. */
  readonly after: unknown;
}

/**
 * Reads a record of the table's stream.
 *
 * @throws ParseError which says nothing of what the record holds
 */
export function readChange(record: unknown): Change {
  const { Keys, NewImage, OldImage } = parse(record, undefined, streamRecordSchema).dynamodb;
  return { partitionKey: Keys[partitionKey], sortKey: Keys[sortKey], before: OldImage, after: NewImage };
}
