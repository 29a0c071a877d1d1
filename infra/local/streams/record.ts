import type { _Record } from '@aws-sdk/client-dynamodb-streams';

/** A stream record, as a function receives it. */
export interface StreamRecord {
  readonly sequenceNumber: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** The record in Lambda's event structure. */
  readonly event: Readonly<Record<string, unknown>>;
}

/** Lambda writes times in seconds and binary values in base64 (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB"). */
export function toStreamRecord(record: _Record, region: string, eventSourceARN: string): StreamRecord {
  const members = Object.entries(record).map(([key, value]) => [key, toJson(value)] as const);
  return {
    sequenceNumber: record.dynamodb?.SequenceNumber ?? '',
    createdAt: record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? Date.now(),
    event: { ...Object.fromEntries(members), awsRegion: region, eventSourceARN },
  };
}

function toJson(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member)]));
}
