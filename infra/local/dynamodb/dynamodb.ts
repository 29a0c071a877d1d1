import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { chooseFreePorts } from '../boot/ports.ts';
import type { Access } from '../iam/access.ts';
import { startEngine } from './engine.ts';
import { startGate, type Gate } from './gate.ts';
import { startLateIndexes, type LateIndexes } from './late-indexes.ts';
import type { TableOwner } from './requirements.ts';
import { maintainStreamLog } from './stream-log.ts';
import { ensureTable, timeToLiveOf, type Table } from './tables.ts';
import { expireItems } from './time-to-live.ts';
const sweepIntervalMs = 60_000;

export interface DynamoDbOptions {
  /** Directory of the engine's file. */
  readonly directory: string;
  readonly port: number;
  readonly owner: TableOwner;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Who may do what. */
  readonly access: Access;
  readonly tables: readonly Table[];
  /** How long secondary indexes lack what was written; by default they are always up to date. */
  readonly indexDelayMilliseconds?: number | undefined;
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
  const { directory, port, owner, credentials, access, tables, indexDelayMilliseconds: delay } = options;
  const { region } = owner;
  const [enginePort = 0] = await chooseFreePorts(1);
  const engine = await startEngine({ directory, port: enginePort });
  let late: LateIndexes | undefined;
  let gate: Gate;
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials });
  try {
    for (const table of tables) await ensureTable(client, table);
    maintainStreamLog(engine.database);
    if (delay !== undefined)
      late = await startLateIndexes({ port: 0, engineEndpoint: engine.endpoint, delay, warn: options.warn });
    gate = await startGate({ ...{ port, access, owner }, engineEndpoint: late?.endpoint ?? engine.endpoint });
  } catch (error) {
    await late?.close();
    await engine.close();
    throw error;
  } finally {
    client.destroy();
  }
  const endpoint = `http://127.0.0.1:${port}`;
  const sweeper = new DynamoDBClient({ endpoint, region, credentials });
  let sweep: Promise<void> | undefined;
  let closed = false;
  const timer = setInterval(() => {
    sweep ??= sweepTables(sweeper, tables)
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
    endpoint,
    failure: engine.failure,
    close: async () => {
      stop();
      await sweep;
      sweeper.destroy();
      await gate.close();
      await late?.close();
      await engine.close();
    },
    kill: () => {
      stop();
      engine.kill();
      sweeper.destroy();
      void gate.close();
      void late?.close();
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
