import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeInventory } from '../../infra/cost/inventory.ts';
import { capabilities } from '../../infra/declarations/capabilities.ts';
import type { Consumer, ConsumerDeclaration } from '../../infra/declarations/consumer.ts';
import { consumers } from '../../infra/declarations/consumers.ts';
import { checkWithNag } from '../../infra/nag.ts';
import { functionsOfStage } from '../../infra/picture/functions-of-stage.ts';
import { createStage } from './stage-in-process.ts';
import { assemblyOf, type ResourceOfTemplate, synthesisTimeout } from './templates.ts';

const common = { description: 'Is there for a test', impact: 'Nobody notices anything' };
const nothing = () => undefined;

/** A consumer of every kind that can be added. */
const added: Readonly<Record<string, ConsumerDeclaration>> = {
  reader: { consumes: 'stream', ...common, grant: nothing },
  listener: {
    consumes: 'events',
    bus: 'cabinet',
    patterns: () => ({ Orders: { description: 'Orders', pattern: { detailType: ['Order'] } } }),
    ...common,
    grant: (consumer, { queueOf }) => {
      consumer.sendsTo('WORKER_QUEUE_URL', queueOf('worker'));
    },
  },
  worker: {
    consumes: 'queue',
    batchSize: 5,
    maxConcurrency: 3,
    memoryMegabytes: 512,
    timeoutSeconds: 20,
    ...common,
    grant: (consumer, { table }) => {
      consumer.writesTable(table, ['PutItem']);
    },
  },
  ticker: { consumes: 'schedule', everyMinutes: 5, ...common, grant: nothing },
};

const declared = (declarations: Readonly<Record<string, ConsumerDeclaration>>): Consumer[] =>
  Object.entries(declarations).map(([folder, declaration]) => ({ ...declaration, folder }));

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

const stageWith = async (declarations: Readonly<Record<string, ConsumerDeclaration>>) => {
  const bundles = Object.keys(declarations).map((folder) => [folder, 'publisher'] as const);
  return createStage(
    { capabilities, consumers: [...consumers, ...declared(declarations)] },
    await assemblyOf('dev'),
    Object.fromEntries(bundles),
  );
};

describe('a stage to which a consumer of every kind was added', () => {
  let directory: string;
  let resources: readonly ResourceOfTemplate[];
  beforeAll(async () => {
    const app = await stageWith(added);
    directories.push(app.outdir);
    // Fails on a finding.
    checkWithNag(app);
    const assembly = app.synth().getNestedAssembly('assembly-dev');
    ({ directory } = assembly);
    resources = assembly.stacks.flatMap(({ template }) =>
      Object.entries<any>(template.Resources).map(([logicalId, resource]) => ({ logicalId, ...resource })),
    );
  }, synthesisTimeout);

  const one = (type: string, prefix: string) => {
    const found = resources.filter(
      ({ Type, logicalId }) => Type === type && new RegExp(`^${prefix}[0-9A-F]{8}$`).test(logicalId),
    );
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const arnOf = ({ logicalId }: ResourceOfTemplate) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

  it('gives a worker a queue that waits six timeouts before a retry, and gives up after five', () => {
    const queue = one('AWS::SQS::Queue', 'WorkerSourceQueue');
    const deadLetters = one('AWS::SQS::Queue', 'WorkerSourceDeadLetters');
    expect(queue.Properties).toMatchObject({
      VisibilityTimeout: 120,
      MessageRetentionPeriod: 4 * 24 * 3600,
      SqsManagedSseEnabled: true,
      RedrivePolicy: { deadLetterTargetArn: arnOf(deadLetters), maxReceiveCount: 5 },
    });
    expect(deadLetters.Properties['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
    const worker = one('AWS::Lambda::Function', 'WorkerFunction');
    expect(worker.Properties).toMatchObject({ MemorySize: 512, Timeout: 20 });
    expect(one('AWS::Lambda::EventSourceMapping', 'WorkerSourceMapping').Properties).toMatchObject({
      EventSourceArn: arnOf(queue),
      FunctionName: { Ref: worker.logicalId },
      BatchSize: 5,
      ScalingConfig: { MaximumConcurrency: 3 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('lets a worker receive from its queue, and send to it only who was granted that', () => {
    const queue = arnOf(one('AWS::SQS::Queue', 'WorkerSourceQueue'));
    const onQueue = (role: string) =>
      one('AWS::IAM::Policy', `${role}RoleDefaultPolicy`)
        .Properties['PolicyDocument'].Statement.filter(
          ({ Resource }: any) => JSON.stringify(Resource) === JSON.stringify(queue),
        )
        .flatMap(({ Action }: any) => Action)
        .toSorted();
    expect(onQueue('Worker')).toEqual(['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage']);
    expect(onQueue('Listener')).toEqual(['sqs:SendMessage']);
    expect(onQueue('Ticker')).toEqual([]);
  });

  it('delivers events of the cabinet’s own bus, and runs a schedule', () => {
    const bus = one('AWS::Events::EventBus', 'Bus');
    expect(one('AWS::Events::Rule', 'ListenerSourceOrders').Properties).toMatchObject({
      EventBusName: { Ref: bus.logicalId },
      EventPattern: { 'detail-type': ['Order'] },
    });
    expect(one('AWS::Events::Rule', 'TickerSourceRule').Properties).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
    });
    expect(one('AWS::Lambda::EventInvokeConfig', 'TickerSourceRetries').Properties).toMatchObject({
      MaximumEventAgeInSeconds: 300,
    });
  });

  it('has an alarm for everything that can go wrong with each of them', () => {
    const ids = resources
      .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
      .map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''));
    const ofFunctions = Object.keys(added).map((folder) => folder[0]!.toUpperCase() + folder.slice(1));
    expect(ids).toEqual(
      expect.arrayContaining([
        ...ofFunctions.flatMap((name) => ['Errors', 'Throttles', 'Duration'].map((what) => name + what)),
        ...ofFunctions.map((name) => `${name}DeadLetters`),
        'ReaderIteratorAge',
        'WorkerMessageAge',
      ]),
    );
  });

  it('is drawn and counted with them', () => {
    const drawn = new Map(functionsOfStage(directory).map((found) => [found.name, found]));
    expect(drawn.get('reader')).toMatchObject({ triggers: ['stream'] });
    expect(drawn.get('listener')).toMatchObject({ triggers: ['bus'], sendsTo: ['worker'] });
    expect(drawn.get('worker')).toMatchObject({ triggers: ['queue'], uses: ['table'] });
    expect(drawn.get('ticker')).toMatchObject({ triggers: ['rate(5 minutes)'] });
    expect(takeInventory(directory).polledQueues).toBe(1);
  });
});

describe('a stage is not synthesized', () => {
  const reader: ConsumerDeclaration = { consumes: 'stream', ...common, grant: nothing };

  const refused: readonly (readonly [
    string,
    Readonly<Record<string, ConsumerDeclaration>>,
    string | RegExp,
  ])[] = [
    [
      'with a third reader of the stream, which DynamoDB would throttle',
      { second: reader, third: reader },
      'A DynamoDB stream serves 2 readers at most, not publisher, second, third',
    ],
    [
      'with a second consumer of tokens, since a pool calls one',
      { second: { consumes: 'tokens', ...common, grant: nothing } },
      /trigger for the operation preTokenGeneration/,
    ],
    [
      'with a consumer that sends to the queue of one that has none',
      {
        sender: {
          consumes: 'stream',
          ...common,
          grant: (consumer, { queueOf }) => {
            consumer.sendsTo('QUEUE_URL', queueOf('publisher'));
          },
        },
      },
      'infra/consumers/publisher.ts declares no queue',
    ],
  ];

  it.each(refused)(
    '%s',
    async (_, declarations, message) => {
      await expect(stageWith(declarations)).rejects.toThrow(message);
    },
    synthesisTimeout,
  );
});
