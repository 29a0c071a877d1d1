import * as z from 'zod';
import { closeServer, listenLocally } from '../endpoint/local-server.ts';
import { createEngineCall } from './engine-call.ts';
import { createForwarding, createFront, type DynamoDbAnswer, type DynamoDbRequest } from './front.ts';
import { IndexCopy, isIndexCopy } from './index-copy.ts';
import { LateTable } from './late-table.ts';
import { readWrittenItems, type WrittenItem } from './written-items.ts';

const tableSchema = z.looseObject({ TableName: z.string() });
const querySchema = z.looseObject({ TableName: z.string(), IndexName: z.string().optional() });
const listSchema = z.looseObject({ TableNames: z.array(z.string()) });

export interface LateIndexesOptions {
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  readonly engineEndpoint: string;
  /** Milliseconds. */
  readonly delay: number;
  readonly warn: (message: string) => void;
}

/** An endpoint of DynamoDB whose secondary indexes are late. */
export interface LateIndexes {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** `X-Amz-Target: LocalStack.CatchUpIndexes`, for tests: brings what was written to a table into its indexes at once. */
const catchUpOperation = 'CatchUpIndexes';

/**
 * Starts an endpoint that answers queries of secondary indexes from a copy of the table, which receives every write
 * late. As in the cloud, an index lacks the latest writes; unlike there, where it mostly has them after milliseconds,
 * it always lacks them.
 */
export async function startLateIndexes(options: LateIndexesOptions): Promise<LateIndexes> {
  const { port, engineEndpoint, delay, warn } = options;
  const forward = createForwarding(engineEndpoint);
  const call = createEngineCall(forward);
  const tables = new Map<string, Promise<LateTable | undefined>>();
  const remember = (name: string, created: Promise<IndexCopy | undefined>) => {
    const opened = created.then((copy) =>
      copy
        ? new LateTable(copy, delay, (error) => {
            warn(`DynamoDB: the indexes of ${name} are not complete: ${String(error)}`);
          })
        : undefined,
    );
    tables.set(name, opened);
    opened.then(
      (table) => {
        if (!table) tables.delete(name);
      },
      () => tables.delete(name),
    );
    return opened;
  };
  const open = (name: string): Promise<LateTable | undefined> =>
    tables.get(name) ?? remember(name, IndexCopy.create(call, name));
  const forget = async (name: string): Promise<void> => {
    const table = await tables.get(name);
    tables.delete(name);
    await table?.close();
    await table?.copy.remove();
  };

  const write = async (request: DynamoDbRequest, items: readonly WrittenItem[]): Promise<DynamoDbAnswer> => {
    const byTable = Map.groupBy(items, ({ tableName }) => tableName);
    // Before the write: a copy has everything that is there when it is made.
    for (const name of byTable.keys()) await open(name);
    const answer = await forward(request);
    if (answer.status === 200)
      for (const [name, written] of byTable) {
        const table = await open(name);
        table?.written(written.map(({ item }) => item));
      }
    return answer;
  };

  const answer = async (request: DynamoDbRequest): Promise<DynamoDbAnswer> => {
    const { operation } = request;
    switch (operation) {
      case 'Query':
      case 'Scan': {
        const input = querySchema.safeParse(parseJson(request.body)).data;
        const table = input?.IndexName === undefined ? undefined : await open(input.TableName);
        return forward(
          table ? { ...request, body: toJson({ ...input, TableName: table.copy.name }) } : request,
        );
      }
      case 'CreateTable': {
        const answered = await forward(request);
        const creation = tableSchema.safeParse(parseJson(request.body)).data;
        if (creation && answered.status === 200)
          await remember(creation.TableName, IndexCopy.createForNew(call, creation.TableName, creation));
        return answered;
      }
      case 'UpdateTable':
      case 'DeleteTable': {
        const input = tableSchema.safeParse(parseJson(request.body)).data;
        const answered = await forward(request);
        if (input && answered.status === 200) await forget(input.TableName);
        return answered;
      }
      case 'ListTables':
        return hideCopies(await forward(request));
      case 'ExecuteStatement':
      case 'BatchExecuteStatement':
      case 'ExecuteTransaction':
        return notImplemented(operation);
      case catchUpOperation:
        await (await tables.get(tableSchema.parse(parseJson(request.body)).TableName))?.catchUp();
        return { status: 200, headers: {}, body: toJson({}) };
      default:
        return write(request, readWrittenItems(operation, parseJson(request.body)));
    }
  };
  const server = createFront(answer);
  const endpoint = await listenLocally(server, port);
  return {
    endpoint,
    close: async () => {
      await closeServer(server);
      for (const table of await Promise.allSettled(tables.values()))
        if (table.status === 'fulfilled') await table.value?.close();
    },
  };
}

function hideCopies(answer: DynamoDbAnswer): DynamoDbAnswer {
  const list = listSchema.safeParse(parseJson(answer.body)).data;
  if (!list) return answer;
  // The checksum is of the answer with the copies.
  const { 'x-amz-crc32': _, ...headers } = answer.headers;
  const TableNames = list.TableNames.filter((name) => !isIndexCopy(name));
  return { ...answer, headers, body: toJson({ ...list, TableNames }) };
}

function notImplemented(operation: string): DynamoDbAnswer {
  const message = `The local DynamoDB does not support ${operation} while indexes are late.`;
  return {
    status: 501,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: toJson({ __type: 'NotImplemented', message }),
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function toJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
