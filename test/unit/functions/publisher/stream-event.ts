import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { encodeItem } from '../../../../shared/table/item.ts';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

type Item = Readonly<Record<string, unknown>>;

/** A stream record for a change of one item: new without `before`, removed without `after`. */
export function streamRecord(
  key: { readonly pk: string; readonly sk: string },
  { before, after }: { readonly before?: Item; readonly after?: Item },
  sequenceNumber = '100',
): DynamoDBRecord {
  const image = (item: Item) =>
    withBase64(marshall(encodeItem({ ...key, ...item }), { removeUndefinedValues: true }));
  return {
    eventID: `event-${sequenceNumber}`,
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-central-1',
    eventSourceARN: 'arn:aws:dynamodb:eu-central-1:111122223333:table/cabinet/stream/2026-01-01T00:00:00.000',
    dynamodb: {
      ApproximateCreationDateTime: 1_772_442_000,
      Keys: marshall(key),
      ...(before === undefined ? {} : { OldImage: image(before) }),
      ...(after === undefined ? {} : { NewImage: image(after) }),
      SequenceNumber: sequenceNumber,
      SizeBytes: 200,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    } as NonNullable<DynamoDBRecord['dynamodb']>,
  };
}

/** Attributes as an event has them, which is JSON: bytes are base64. */
function withBase64(image: Record<string, AttributeValue>) {
  return Object.fromEntries(
    Object.entries(image).map(([name, attribute]) => [
      name,
      attribute.B === undefined ? attribute : { B: Buffer.from(attribute.B).toString('base64') },
    ]),
  );
}

/** A batch of stream records. */
export function streamEvent(...Records: DynamoDBRecord[]): DynamoDBStreamEvent {
  return { Records };
}
