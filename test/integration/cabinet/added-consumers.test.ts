import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { cabinet } from '../../../infra/demo/cabinet.ts';
import { type RunningStack, startLocalStack } from '../../../infra/local/boot/local-stack.ts';

const project = path.join(import.meta.dirname, '../../..');

/** Each consumer with its two files: the declaration, and the function. */
const added: Readonly<Record<string, { readonly declaration: string; readonly main: string }>> = {
  // Records what it receives; a poisoned message fails, and only that.
  worker: {
    declaration: `{
      consumes: 'queue', batchSize: 10, maxConcurrency: 2, timeoutSeconds: 1,
      description: 'Works', impact: 'Nothing is recorded',
      grant: (consumer, { table }) => { consumer.writesTable(table, ['PutItem']); },
    }`,
    main: `
      import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
      import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
      const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
      export const handler = async ({ Records }: any) => {
        const batchItemFailures: unknown[] = [];
        for (const { body, messageId } of Records) {
          if (body === 'poison') batchItemFailures.push({ itemIdentifier: messageId });
          else await table.send(new PutCommand({
            TableName: process.env['TABLE_NAME'], Item: { pk: 'WORKED', sk: body },
          }));
        }
        return { batchItemFailures };
      };`,
  },
  reader: {
    declaration: `{
      consumes: 'stream', description: 'Reads', impact: 'Nothing is read',
      grant: (consumer, { queueOf }) => { consumer.sendsTo('WORKER_QUEUE_URL', queueOf('worker')); },
    }`,
    main: `
      import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
      const queue = new SQSClient({});
      export const handler = async ({ Records }: any) => {
        for (const { dynamodb } of Records) {
          if (dynamodb.Keys.pk.S === 'ASKED') await queue.send(new SendMessageCommand({
            QueueUrl: process.env['WORKER_QUEUE_URL'], MessageBody: dynamodb.Keys.sk.S,
          }));
        }
        return { batchItemFailures: [] };
      };`,
  },
  listener: {
    declaration: `{
      consumes: 'events', bus: 'cabinet', description: 'Listens', impact: 'Nothing is heard',
      patterns: () => ({ Asked: { description: 'What was asked', pattern: { detailType: ['Asked'] } } }),
      grant: (consumer, { queueOf }) => { consumer.sendsTo('WORKER_QUEUE_URL', queueOf('worker')); },
    }`,
    main: `
      import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
      const queue = new SQSClient({});
      export const handler = (event: any) => queue.send(new SendMessageCommand({
        QueueUrl: process.env['WORKER_QUEUE_URL'], MessageBody: event.detail.name,
      }));`,
  },
  ticker: {
    declaration: `{
      consumes: 'schedule', everyMinutes: 1, description: 'Ticks', impact: 'Nothing ticks',
      grant: (consumer, { queueOf }) => { consumer.sendsTo('WORKER_QUEUE_URL', queueOf('worker')); },
    }`,
    main: `
      import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
      const queue = new SQSClient({});
      export const handler = () => queue.send(new SendMessageCommand({
        QueueUrl: process.env['WORKER_QUEUE_URL'], MessageBody: 'tick',
      }));`,
  },
};

/** A copy of the project, whose folders of functions and declarations are its own. */
function copyProject(directory: string): void {
  for (const name of ['infra', 'functions'])
    cpSync(path.join(project, name), path.join(directory, name), {
      recursive: true,
      filter: (source) => path.basename(source) !== 'node_modules',
    });
  for (const name of ['shared', 'web', 'node_modules', 'package.json', 'cdk.json', 'openapi.json'])
    symlinkSync(path.join(project, name), path.join(directory, name));
}

function addConsumer(directory: string, name: string, { declaration, main }: (typeof added)[string]): void {
  writeFileSync(
    path.join(directory, `infra/consumers/${name}.ts`),
    `import type { ConsumerDeclaration } from '../declarations/consumer.ts';
     export const declaration: ConsumerDeclaration = ${declaration};`,
  );
  mkdirSync(path.join(directory, 'functions', name));
  writeFileSync(path.join(directory, 'functions', name, 'main.ts'), main);
}

describe.concurrent('consumers that were added as files', () => {
  let directory: string;
  let stack: RunningStack;
  let table: DynamoDBDocumentClient;
  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'added-consumers-'));
    const copy = path.join(directory, 'project');
    copyProject(copy);
    for (const [name, files] of Object.entries(added)) addConsumer(copy, name, files);
    stack = await startLocalStack({
      application: { ...cabinet, directory: copy },
      dataDirectory: path.join(directory, 'data'),
    });
    const { region, credentials, endpoints } = stack;
    table = DynamoDBDocumentClient.from(
      new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb }),
    );
  }, 300_000);
  afterAll(async () => {
    await stack.close();
    table.destroy();
    rmSync(directory, { recursive: true });
  });

  const isWorked = async (name: string) => {
    const { Item } = await table.send(
      new GetCommand({ TableName: stack.tableName, Key: { pk: 'WORKED', sk: name } }),
    );
    return Item !== undefined;
  };
  const ask = (name: string) =>
    table.send(new PutCommand({ TableName: stack.tableName, Item: { pk: 'ASKED', sk: name } }));
  /** However busy the machine is; a schedule takes up to a minute. */
  const waiting = { timeout: 150_000, interval: 200 };

  it(
    'reads the stream beside the publisher, and works off its queue',
    { timeout: 160_000 },
    async ({ expect }) => {
      await ask('by the stream');
      await expect.poll(() => isWorked('by the stream'), waiting).toBe(true);
    },
  );

  it('hears of events on the cabinet’s bus', { timeout: 160_000 }, async ({ expect }) => {
    const { region, credentials, endpoints, assembly } = stack;
    const events = new EventBridgeClient({ region, credentials, endpoint: endpoints.eventbridge });
    const [bus] = assembly.resources('AWS::Events::EventBus');
    const entry = { Source: 'test', EventBusName: bus?.name };
    await events.send(
      new PutEventsCommand({
        Entries: [
          { ...entry, DetailType: 'Other', Detail: JSON.stringify({ name: 'by another event' }) },
          { ...entry, DetailType: 'Asked', Detail: JSON.stringify({ name: 'by an event' }) },
        ],
      }),
    );
    events.destroy();
    await expect.poll(() => isWorked('by an event'), waiting).toBe(true);
    expect(await isWorked('by another event')).toBe(false);
  });

  it(
    'works off what came with a message that fails, and gives up that one alone',
    { timeout: 160_000 },
    async ({ expect }) => {
      await ask('poison');
      await ask('after the poison');
      await expect.poll(() => isWorked('after the poison'), waiting).toBe(true);
      expect(await isWorked('poison')).toBe(false);
      const { region, credentials, endpoints, assembly } = stack;
      const queues = new SQSClient({ region, credentials, endpoint: endpoints.sqs });
      const deadLetters = assembly
        .resources('AWS::SQS::Queue')
        .find(({ logicalId }) => logicalId.startsWith('WorkerSourceDeadLetters'));
      const { QueueUrl } = await queues.send(new GetQueueUrlCommand({ QueueName: deadLetters!.name }));
      const bodies: (string | undefined)[] = [];
      await expect
        .poll(async () => {
          const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl }));
          bodies.push(...Messages.map(({ Body }) => Body));
          return bodies;
        }, waiting)
        .toEqual(['poison']);
      queues.destroy();
    },
  );

  it('runs on its schedule', { timeout: 160_000 }, async ({ expect }) => {
    await expect.poll(() => isWorked('tick'), waiting).toBe(true);
  });
});
