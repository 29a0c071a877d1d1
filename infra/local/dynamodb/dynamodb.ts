import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from './engine.ts';
import { maintainStreamLog } from './stream-log.ts';
import { ensureTable, timeToLiveOf, type Table } from './tables.ts';
import { expireItems } from './time-to-live.ts';

const sweepIntervalMs = 60_000;

export interface DynamoDbOptions {
  /** Directory of the engine's file. */
  readonly directory: string;
  readonly port: number;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tables: readonly Table[];
  /** Reports a failed sweep. */
  readonly warn: (message: string) => void;
}

/** DynamoDB with the template's tables and time to live. */
export interface RunningDynamoDb {
  readonly endpoint: string;
  /** Resolves when the engine ends unexpectedly. */
  readonly failure: Promise<Error>;
  close(): Promise<void>;
  /** Kills the engine, as in a crash. */
  kill(): void;
}

/**
 * Starts the engine and creates or updates the template's tables.
 * @throws {StartError} when the engine does not start, or a table cannot be updated
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<RunningDynamoDb> {
  const { directory, port, region, credentials, tables } = options;
  const engine = await startEngine({ directory, port });
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials });
  try {
    for (const table of tables) await ensureTable(client, table);
    maintainStreamLog(engine.database);
  } catch (error) {
    await engine.close();
    throw error;
  }
  let sweep: Promise<void> | undefined;
  let closed = false;
  const timer = setInterval(() => {
    sweep ??= sweepTables(client, tables)
      .catch((error: unknown) => {
        if (!closed) options.warn(`DynamoDB: expired items were not deleted: ${String(error)}`);
      })
      .finally(() => {
        sweep = undefined;
      });
  }, sweepIntervalMs);
  timer.unref();
  const stop = (): void => {
    closed = true;
    clearInterval(timer);
  };
  return {
    endpoint: engine.endpoint,
    failure: engine.failure,
    close: async () => {
      stop();
      await sweep;
      client.destroy();
      await engine.close();
    },
    kill: () => {
      stop();
      engine.kill();
      client.destroy();
    },
  };
}

async function sweepTables(client: DynamoDBClient, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const attribute = timeToLiveOf(table);
    const keys = table.KeySchema.map(({ AttributeName }) => AttributeName);
    if (attribute !== undefined) await expireItems(client, { name: table.name, keys, attribute }, new Date());
  }
}
