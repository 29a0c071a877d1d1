import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Table } from './table.ts';

/**
 * The table by name, over a client that gives up in time: a call may take two seconds, three attempts fit under
 * the ten seconds that a function has.
 */
export function connectTable(name: string): Table {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return new Table(client, name);
}
