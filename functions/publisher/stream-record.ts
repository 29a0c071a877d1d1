import { unmarshallDynamoDB } from '@aws-lambda-powertools/commons/utils/unmarshallDynamoDB';
import { parse } from '@aws-lambda-powertools/parser';
import * as z from 'zod';
import { tableDefinition } from '../../shared/table/definition.ts';
import { decodeItem } from '../../shared/table/item.ts';

type Marshalled = Parameters<typeof unmarshallDynamoDB>[0];

/** Attributes in the JSON of an event. Its bytes are base64, which Powertools would leave as it is. */
const bytes = z.object({ B: z.base64() }).transform(({ B }) => ({ B: Buffer.from(B, 'base64') }));
const marshalled = z.record(z.string(), z.union([bytes, z.record(z.string(), z.unknown())]));

/** Attributes, parsed into plain values. */
const attributes = z
  .preprocess(
    (value) => marshalled.safeParse(value).data,
    z.custom<Marshalled>((value) => value !== undefined),
  )
  .transform((value, context) => {
    try {
      return unmarshallDynamoDB(value);
    } catch {
      context.addIssue('Not an item');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.unknown()));

/** An item before or after a change. */
const image = attributes.transform((stored, context) => {
  try {
    return decodeItem(stored);
  } catch {
    context.addIssue('Not an item');
    return z.NEVER;
  }
});

const { partitionKey, sortKey } = tableDefinition;

/**
 * The attributes of a stream record that events are made of. The schema of Powertools covers the whole record, but
 * pulls in zod's fifty locales, more than the rest of this function's bundle (docs/adr/0035).
 */
const streamRecordSchema = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    Keys: attributes.pipe(z.object({ [partitionKey]: z.string(), [sortKey]: z.string() })),
    NewImage: image.optional(),
    OldImage: image.optional(),
  }),
});

/** One change of one item of the table. */
export interface Change {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** The item before the change; `undefined` if it is new. */
  readonly before: unknown;
  /** The item after the change; `undefined` if it was removed. */
  readonly after: unknown;
}

/**
 * Reads a record of the table's stream.
 *
 * @throws ParseError without any content of the record
 */
export function readChange(record: unknown): Change {
  const { Keys, NewImage, OldImage } = parse(record, undefined, streamRecordSchema).dynamodb;
  return { partitionKey: Keys[partitionKey], sortKey: Keys[sortKey], before: OldImage, after: NewImage };
}
