import { type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { documentsOf } from '../shared/table/client.ts';
import { Table } from '../shared/table/table.ts';
import { createTable, engineClient } from './engine.ts';

/** A table of its own in a real engine. */
export interface TestTable {
  readonly table: Table;
  /** For what a test has to see or to arrange past the stores. */
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
  /** The same table over a client whose every call goes through `intercept`, which may count, fail or hold it. */
  readonly intercepted: (intercept: Interceptor) => Table;
  /** Writes an item past the stores. */
  readonly put: (item: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Stands between the table and the engine: `forward` does the call. */
type Interceptor = (command: object, forward: () => Promise<unknown>) => Promise<unknown>;

let client: DynamoDBClient | undefined;

/**
 * Opens a new, empty table in the one engine of the run (`engine-setup.ts`). Tables are never removed: they end with
 * the engine. Call it at the top of a file, or before each test.
 */
export async function openTable(): Promise<TestTable> {
  client ??= engineClient(inject('engineEndpoint'));
  const name = await createTable(client);
  const documents = documentsOf(client);
  return {
    table: new Table(documents, name),
    documents,
    name,
    intercepted: (intercept) => new Table(interceptedClient(documents, intercept), name),
    put: async (item) => {
      await documents.send(new PutCommand({ TableName: name, Item: item }));
    },
  };
}

function interceptedClient(
  documents: DynamoDBDocumentClient,
  intercept: Interceptor,
): DynamoDBDocumentClient {
  return new Proxy(documents, {
    get: (target, property) =>
      property === 'send'
        ? (command: Parameters<typeof documents.send>[0]) => intercept(command, () => target.send(command))
        : (Reflect.get(target, property) as unknown),
  });
}
