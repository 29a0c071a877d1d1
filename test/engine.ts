import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { chooseFreePorts } from '../infra/local/boot/ports.ts';
import { startEngine, type Engine, type EngineOptions } from '../infra/local/dynamodb/engine.ts';
import { tableDefinition } from '../shared/table/definition.ts';

/** A running engine for tests and measurements, with a client for it. */
export interface TestEngine {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** Where an engine keeps its tables. */
interface Storage {
  /** A directory that stays; without it, one that is removed with the engine. */
  readonly directory?: string | undefined;
  /** In memory: for tests, whose tables are not read afterwards. */
  readonly inMemory?: true;
}

/** Starts an engine on a free port. */
export async function startTestEngine({ directory, inMemory }: Storage = {}): Promise<TestEngine> {
  const path = directory ?? mkdtempSync(join(tmpdir(), 'cabinet-engine-'));
  const engine = await startOnFreePort({ directory: path, inMemory });
  const client = engineClient(engine.endpoint);
  return {
    client,
    endpoint: engine.endpoint,
    close: async () => {
      client.destroy();
      await engine.close();
      if (directory === undefined) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A client for the engine at an endpoint. */
export function engineClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
}

/** Creates an empty table with the keys and indexes that the CDK uses. Resolves with its name. */
export async function createTable(client: DynamoDBClient): Promise<string> {
  const name = `cabinet-${randomUUID()}`;
  await client.send(new CreateTableCommand(tableNamed(name)));
  return name;
}

/** Another process may take the chosen port before the engine does. */
async function startOnFreePort(options: Omit<EngineOptions, 'port'>, attempts = 5): Promise<Engine> {
  const [port = 0] = await chooseFreePorts(1);
  try {
    return await startEngine({ ...options, port });
  } catch (error) {
    if (attempts === 1) throw error;
    return startOnFreePort(options, attempts - 1);
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
