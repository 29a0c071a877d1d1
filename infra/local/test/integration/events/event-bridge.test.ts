import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, expect, test } from 'vitest';
import { createEventBridge, type EventBridgeOptions } from '../../../events/event-bridge.ts';
import { createLambda } from '../../../lambda/runtime.ts';
import { createQueues } from '../../../queues/sqs.ts';
import { loadAssembly } from '../../../template/assembly.ts';
import {
  functionResource,
  temporaryDirectory,
  writeAssembly,
} from '../../../testing/template/hand-written-assembly.ts';
import { eventually } from '../../../testing/eventually.ts';
import { administratorAccess } from '../../../testing/administrator.ts';

type Resources = Parameters<typeof writeAssembly>[1]['stacks'][string]['Resources'];

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const printsItsEvent = `export const handler = async (event) => { console.log(JSON.stringify(event)); };`;
const fails = `export const handler = async (event) => { console.log(JSON.stringify(event)); throw new TypeError('down'); };`;
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const rule = (properties: Record<string, unknown>) => ({
  Type: 'AWS::Events::Rule',
  Properties: { State: 'ENABLED', EventBusName: { Ref: 'Bus' }, ...properties },
});
const toFunction = [{ Id: 'Target0', Arn: arnOf('Fn') }];

async function start(source: string, resources: Resources, options: Partial<EventBridgeOptions> = {}) {
  const { directory, remove } = temporaryDirectory();
  cleanups.push(remove);
  const Resources = {
    Fn: functionResource('code', resources['Fn']?.Properties),
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'app' } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
    DeadLetters: { Type: 'AWS::SQS::Queue', Properties: {} },
    ...Object.fromEntries(Object.entries(resources).filter(([id]) => id !== 'Fn')),
  };
  writeAssembly(`${directory}/cdk.out`, { stacks: { Api: { Resources } }, assets: { code: source } });
  const assembly = loadAssembly({ directory: `${directory}/cdk.out` });
  const lines: string[] = [];
  const warnings: string[] = [];
  const lambda = createLambda({ assembly, environment: {}, output: ({ line }) => lines.push(line) });
  const queues = createQueues({ assembly, directory: `${directory}/queues`, access: administratorAccess() });
  cleanups.push(
    () => queues.close(),
    () => lambda.close(),
  );
  const open = () =>
    createEventBridge({
      ...{
        assembly,
        lambda,
        queues,
        directory: `${directory}/events`,
        access: administratorAccess(),
      },
      ...{ warn: (message: string) => warnings.push(message), retryDelays: [20, 40], ...options },
    });
  let current = open();
  const endpoint = await current.listen(0);
  cleanups.push(() => current.close());
  const client = new EventBridgeClient({
    ...{
      region: 'eu-central-1',
      endpoint,
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    },
  });
  return {
    ...{ client, endpoint, warnings, queues, events: () => current },
    reopen: async () => {
      await current.close();
      current = open();
      current.start();
    },
    put: (...entries: Record<string, unknown>[]) =>
      client.send(
        new PutEventsCommand({
          Entries: entries.map((entry) => ({
            EventBusName: 'app',
            Source: 'app.orders',
            DetailType: 'Held',
            Detail: '{}',
            ...entry,
          })),
        }),
      ),
    received: () =>
      lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>),
    bodies: (queue: string) =>
      queues.peek(`Api-${queue}`).map(({ body }) => JSON.parse(body) as Record<string, unknown>),
  };
}

test('An event that matches reaches the targets of its bus, in the envelope of EventBridge', async () => {
  const { put, received, bodies, events } = await start(printsItsEvent, {
    Matching: rule({
      EventPattern: { source: [{ prefix: 'app.' }], detail: { state: ['held'] } },
      Targets: [...toFunction, { Id: 'Target1', Arn: arnOf('Queue'), InputPath: '$.detail' }],
    }),
    Constant: rule({
      EventPattern: { source: ['app.orders'] },
      Targets: [{ Arn: arnOf('Queue'), Id: 'T', Input: '{"wake":1}' }],
    }),
    Disabled: rule({ State: 'DISABLED', EventPattern: { source: ['app.orders'] }, Targets: toFunction }),
    OtherBus: rule({
      EventBusName: 'default',
      EventPattern: { source: ['app.orders'] },
      Targets: toFunction,
    }),
  });
  events().start();
  const Time = new Date('2026-11-22T10:00:00Z');
  const result = await put(
    { Detail: '{"state":"held","item":[1]}', Resources: ['arn:x'], Time },
    { Detail: '{"state":"closed"}' },
  );
  expect(result).toMatchObject({
    FailedEntryCount: 0,
    Entries: [{ EventId: expect.any(String) }, { EventId: expect.any(String) }],
  });
  await eventually(received).toEqual([
    {
      ...{ version: '0', id: result.Entries![0]!.EventId, 'detail-type': 'Held', source: 'app.orders' },
      ...{
        account: '000000000000',
        time: '2026-11-22T10:00:00Z',
        region: 'eu-central-1',
        resources: ['arn:x'],
      },
      detail: { state: 'held', item: [1] },
    },
  ]);
  await eventually(() => bodies('Queue').length).toBe(3);
  expect(bodies('Queue')).toEqual(
    expect.arrayContaining([{ state: 'held', item: [1] }, { wake: 1 }, { wake: 1 }]),
  );
  await eventually(() => events().deliveries()).toEqual([]);
});

test('Entries are refused individually, as by EventBridge', async () => {
  const { put, client, endpoint } = await start(printsItsEvent, {});
  const result = await put(
    {},
    { Source: '' },
    { DetailType: undefined },
    { Detail: '[1]' },
    { Detail: '{' },
    { Source: 'aws.s3' },
    { EventBusName: 'nowhere' },
    { EventBusName: 'arn:aws:events:eu-central-1:000000000000:event-bus/app' },
  );
  expect(result.FailedEntryCount).toBe(6);
  expect(result.Entries!.map(({ EventId, ErrorCode }) => ErrorCode ?? typeof EventId)).toEqual([
    ...['string', 'InvalidArgument', 'InvalidArgument', 'MalformedDetail', 'MalformedDetail'],
    ...['NotAuthorizedForSourceException', 'ResourceNotFoundException', 'string'],
  ]);
  await expect(put({ Detail: JSON.stringify({ text: 'x'.repeat(1024 * 1024) }) })).rejects.toThrow(
    'over the limit',
  );
  await expect(client.send(new ListRulesCommand({}))).rejects.toMatchObject({ name: 'NotImplemented' });
  const stranger = new EventBridgeClient({
    region: 'eu-central-1',
    endpoint,
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'x' },
  });
  await expect(stranger.send(new PutEventsCommand({ Entries: [{}] }))).rejects.toMatchObject({
    name: 'InvalidSignatureException',
  });
});

test('A service puts its events on the default bus', async () => {
  const { received, events } = await start(printsItsEvent, {
    Rule: rule({
      EventBusName: undefined,
      EventPattern: { source: ['aws.s3'], detail: { bucket: { name: ['files'] } } },
      Targets: toFunction,
    }),
  });
  events().start();
  const detail = { bucket: { name: 'files' }, object: { key: 'a' } };
  await events().emit('default', { source: 'aws.s3', detailType: 'Object Created', detail });
  await eventually(received).toEqual([
    expect.objectContaining({ source: 'aws.s3', 'detail-type': 'Object Created', detail }),
  ]);
  await expect(events().emit('nowhere', { source: 'x', detailType: 'y', detail })).rejects.toThrow('nowhere');
});

test('A function that fails is retried as configured, and then its failure destination is notified', async () => {
  const { put, received, bodies, events, warnings } = await start(fails, {
    Rule: rule({ EventPattern: { source: ['app.orders'] }, Targets: toFunction }),
    Configuration: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        ...{ FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', MaximumRetryAttempts: 1 },
        DestinationConfig: { OnFailure: { Destination: arnOf('DeadLetters') } },
      },
    },
  });
  events().start();
  await put({ Detail: '{"id":1}' });
  await eventually(() => bodies('DeadLetters')).toEqual([
    expect.objectContaining({
      requestContext: expect.objectContaining({ condition: 'RetriesExhausted', approximateInvokeCount: 2 }),
      requestPayload: expect.objectContaining({ detail: { id: 1 } }),
      responsePayload: expect.objectContaining({ errorType: 'TypeError', errorMessage: 'down' }),
    }),
  ]);
  expect(received()).toHaveLength(2);
  expect(events().deliveries()).toEqual([
    expect.objectContaining({ state: 'dead', attempts: 2, lastError: 'TypeError: down' }),
  ]);
  expect(warnings).toEqual([expect.stringContaining('Api-Fn failed 2 times')]);
});

test('The dead-letter queue of a function gets the event itself, after two retries', async () => {
  const { put, received, bodies, events } = await start(fails, {
    Fn: { Type: '', Properties: { DeadLetterConfig: { TargetArn: arnOf('DeadLetters') } } },
    Rule: rule({ EventPattern: { source: ['app.orders'] }, Targets: toFunction }),
  });
  events().start();
  await put({ Detail: '{"id":2}' });
  await eventually(() => bodies('DeadLetters')).toEqual([expect.objectContaining({ detail: { id: 2 } })]);
  expect(received()).toHaveLength(3);
});

test('Without a failure queue, the loss is reported; the dead-letter queue of the rule does not get failed invocations', async () => {
  const { put, bodies, events, warnings } = await start(fails, {
    Rule: rule({
      EventPattern: { source: ['app.orders'] },
      Targets: [
        {
          Id: 'T',
          Arn: arnOf('Fn'),
          RetryPolicy: { MaximumRetryAttempts: 0 },
          DeadLetterConfig: { Arn: arnOf('DeadLetters') },
        },
      ],
    }),
  });
  events().start();
  await put({});
  await eventually(() => warnings).toEqual([expect.stringContaining('the event is lost')]);
  expect(bodies('DeadLetters')).toEqual([]);
  expect(events().deliveries()).toEqual([expect.objectContaining({ state: 'lost' })]);
});

test('Events from before a crash are delivered after it', async () => {
  const { put, received, events, reopen } = await start(printsItsEvent, {
    Rule: rule({ EventPattern: { source: ['app.orders'] }, Targets: toFunction }),
  });
  await put({ Detail: '{"id":3}' });
  expect(events().deliveries()).toEqual([expect.objectContaining({ state: 'waiting', attempts: 0 })]);
  expect(received()).toEqual([]);
  await reopen();
  await eventually(received).toEqual([expect.objectContaining({ detail: { id: 3 } })]);
});

test('A schedule invokes its target', async () => {
  const soon = new Date(Date.now() + 1500).toISOString().slice(0, 19);
  const { received, events } = await start(printsItsEvent, {
    Schedule: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ...{ ScheduleExpression: `at(${soon})`, FlexibleTimeWindow: { Mode: 'OFF' }, State: 'ENABLED' },
        Target: { Arn: arnOf('Fn'), RoleArn: 'arn:role' },
      },
    },
  });
  events().start();
  await eventually(received).toEqual([
    expect.objectContaining({
      source: 'aws.scheduler',
      'detail-type': 'Scheduled Event',
      resources: [expect.stringContaining('schedule/default/')],
    }),
  ]);
});

test.each([
  [{ EventPattern: { source: [{ regex: 'x' }] }, Targets: [] }, 'regex'],
  [{ ScheduleExpression: 'rate(x)', Targets: [] }, 'rate(x)'],
  [{ EventPattern: {}, Targets: [{ Id: 'T', Arn: 'arn:aws:sns:eu-central-1:0:topic' }] }, 'arn:aws:sns'],
  [{ EventPattern: {}, Targets: [{ Id: 'T', Arn: arnOf('Fn'), InputTransformer: {} }] }, 'InputTransformer'],
])('Unsupported properties are refused: %j', async (properties, message) => {
  await expect(start(printsItsEvent, { Rule: rule(properties) })).rejects.toThrow(message);
});
