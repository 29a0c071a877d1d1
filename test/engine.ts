import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { chooseFreePorts } from '../infra/local/boot/ports.ts';
import { startEngine, type Engine } from '../infra/local/dynamodb/engine.ts';
import { tableDefinition } from '../shared/table/definition.ts';

/** A real engine for tests and measurements, with a client that speaks to it. */
export interface TestEngine {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  /** Makes a new, empty table, of the definition that the CDK uses, and says its name. */
  readonly createTable: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Starts an engine over a directory that is kept, or else over one that goes with it. */
export async function startTestEngine(directory?: string): Promise<TestEngine> {
  const kept = directory ?? mkdtempSync(join(tmpdir(), 'cabinet-table-'));
  const started = await startSomewhere(kept);
  const client = new DynamoDBClient({
    endpoint: started.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
  return {
    client,
    endpoint: started.endpoint,
    createTable: async () => {
      const name = `cabinet-${randomUUID()}`;
      await client.send(new CreateTableCommand(tableNamed(name)));
      return name;
    },
    close: async () => {
      client.destroy();
      await started.close();
      if (directory === undefined) rmSync(kept, { recursive: true, force: true });
    },
  };
}

/** Another process may have taken the same port at the same moment. */
async function startSomewhere(directory: string, attempts = 5): Promise<Engine> {
  const [port = 0] = await chooseFreePorts(1);
  try {
    return await startEngine({ directory, port });
  } catch (error) {
    if (attempts === 1) throw error;
    return startSomewhere(directory, attempts - 1);
  }
}

/** The table of the definition that the CDK uses, under a name. */
export function tableNamed(name: string): CreateTableCommandInput {
  const { partitionKey, sortKey, indexes } = tableDefinition;
  const keys = [{ partitionKey, sortKey }, ...Object.values(indexes)];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchemaOf({ partitionKey, sortKey }),
    // Two indexes can share an attribute, which is defined once.
    AttributeDefinitions: [...new Set(keys.flatMap((key) => [key.partitionKey, key.sortKey]))].map(
      (attribute) => ({ AttributeName: attribute, AttributeType: 'S' }),
    ),
    GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, key]) => ({
      IndexName,
      KeySchema: keySchemaOf(key),
      Projection: { ProjectionType: 'ALL' },
    })),
  };
}

function keySchemaOf(key: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: key.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: key.sortKey, KeyType: 'RANGE' as const },
  ];
}
