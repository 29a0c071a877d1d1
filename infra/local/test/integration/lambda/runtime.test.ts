import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createLambda, type FunctionOutput, type LambdaOptions } from '../../../lambda/runtime.ts';
import { loadAssembly } from '../../../template/assembly.ts';
import {
  functionResource,
  temporaryDirectory,
  writeAssembly,
} from '../../../testing/template/hand-written-assembly.ts';
import { eventually } from '../../../testing/eventually.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function start(
  source: string,
  properties: Record<string, unknown> = {},
  options: Partial<LambdaOptions> = {},
) {
  const { directory, remove } = temporaryDirectory();
  cleanups.push(remove);
  writeAssembly(directory, {
    stacks: { Api: { Resources: { Fn: functionResource('code', properties) } } },
    assets: { code: source },
  });
  const written: FunctionOutput[] = [];
  const lambda = createLambda({
    assembly: loadAssembly({ directory }),
    environment: { AWS_REGION: 'eu-central-1' },
    output: (output) => written.push(output),
    ...options,
  });
  cleanups.push(() => lambda.close());
  return { invoke: (event: unknown) => lambda.invoke('Api-Fn', event), lambda, written };
}

test('A function sees only its event, its context and the variables of its template', async () => {
  process.env['SECRET_OF_THE_MACHINE'] = 'x';
  const { invoke } = start(
    `export const handler = async (event, context) => ({
       event, stage: process.env.STAGE, region: process.env.AWS_REGION, leaked: process.env.SECRET_OF_THE_MACHINE ?? null,
       name: context.functionName, memory: context.memoryLimitInMB, arn: context.invokedFunctionArn,
       remaining: context.getRemainingTimeInMillis(), id: context.awsRequestId, offset: new Date().getTimezoneOffset(),
     });`,
    { Environment: { Variables: { STAGE: 'local' } }, MemorySize: 256, Timeout: 7 },
  );
  const { payload, requestId, initDuration, error } = await invoke({ hello: ['wörld'] });
  expect(error).toBeUndefined();
  const seen = JSON.parse(payload!) as { remaining: number };
  expect(seen).toMatchObject({
    event: { hello: ['wörld'] },
    stage: 'local',
    region: 'eu-central-1',
    leaked: null,
    name: 'Api-Fn',
    memory: '256',
    arn: 'arn:aws:lambda:eu-central-1:000000000000:function:Api-Fn',
    id: requestId,
    offset: 0,
  });
  expect(seen.remaining).toBeGreaterThan(6000);
  expect(seen.remaining).toBeLessThanOrEqual(7000);
  expect(initDuration).toBeGreaterThan(0);
});

const identifiesItsWorker = `import { threadId } from 'node:worker_threads';
  let running = 0;
  export const handler = async () => {
    running += 1;
    await new Promise((resolve) => setTimeout(resolve, 60));
    const together = running; running -= 1;
    return { threadId, together };
  };`;

test('A worker runs one invocation at a time, several workers run at once, and idle ones are reused', async () => {
  const { invoke } = start(identifiesItsWorker, {}, { concurrency: 3 });
  const answers = async (count: number) =>
    (await Promise.all(Array.from({ length: count }, () => invoke({})))).map(
      ({ payload }) => JSON.parse(payload!) as { threadId: number; together: number },
    );
  const first = await answers(5);
  expect(first.map(({ together }) => together)).toEqual([1, 1, 1, 1, 1]);
  const threads = new Set(first.map(({ threadId }) => threadId));
  expect(threads.size).toBe(3);
  for (const { threadId } of await answers(3)) expect(threads).toContain(threadId);
});

test('A function is throttled beyond its reserved concurrency', async () => {
  const { invoke } = start(identifiesItsWorker, { ReservedConcurrentExecutions: 1 });
  const [first, second] = await Promise.all([invoke({}), invoke({})]);
  expect(first.error).toBeUndefined();
  expect(second.error?.errorType).toBe('TooManyRequestsException');
});

test('An error of the handler keeps its name, message and stack trace, and the worker keeps running', async () => {
  const { invoke, written } = start(
    `import { threadId } from 'node:worker_threads';
     export const handler = async (event) => { if (event.fail) throw new RangeError('too far'); return threadId; };`,
  );
  const before = await invoke({});
  const { error, payload } = await invoke({ fail: true });
  expect(payload).toBeUndefined();
  expect(error).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far' });
  expect(error!.trace.join('\n')).toContain('index.mjs');
  expect((await invoke({})).payload).toBe(before.payload);
  expect(written.some(({ line }) => line.includes('Invoke Error') && line.includes('too far'))).toBe(true);
});

test.each([
  ['an unhandled rejection', `Promise.reject(new Error('nobody waits')); await new Promise(() => {});`],
  ['process.exit', `process.exit(3);`],
])('After %s, the invocation fails, its worker ends, and the next one gets a new worker', async (_, body) => {
  const { invoke, lambda } = start(
    `import { threadId } from 'node:worker_threads';
     export const handler = async (event) => { if (event.die) { ${body} } await new Promise((resolve) => setTimeout(resolve, 80)); return threadId; };`,
  );
  await lambda.warmUp();
  const [other, dead] = await Promise.all([invoke({}), invoke({ die: true })]);
  expect(dead.error?.errorType).toBe('Runtime.ExitError');
  expect(other.error).toBeUndefined();
  expect((await invoke({})).error).toBeUndefined();
});

test('An invocation that exceeds the timeout is terminated', async () => {
  const { invoke } = start(
    `export const handler = async (event) => { while (event.loop) {} return 'fine'; };`,
    { Timeout: 1 },
  );
  const { error, duration } = await invoke({ loop: true });
  expect(error?.errorType).toBe('Sandbox.Timedout');
  expect(error?.errorMessage).toContain('Task timed out after 1.00 seconds');
  expect(duration).toBeGreaterThan(900);
  expect((await invoke({})).payload).toBe('"fine"');
});

test('Code that fails outside of the handler fails the invocation with its reason', async () => {
  const { invoke } = start(`throw new TypeError('no configuration');`);
  expect((await invoke({})).error).toMatchObject({
    errorType: 'TypeError',
    errorMessage: 'no configuration',
  });
  const missing = start(`import 'a-package-that-is-not-bundled'; export const handler = async () => 1;`);
  expect((await missing.invoke({})).error?.errorType).toBe('Runtime.ImportModuleError');
  const misnamed = start(`export const other = async () => 1;`);
  expect((await misnamed.invoke({})).error?.errorType).toBe('Runtime.HandlerNotFound');
});

test('A function that exceeds its memory ends with its worker', async () => {
  const { invoke } = start(
    `export const handler = async () => { const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random())); };`,
    { MemorySize: 128, Timeout: 20 },
  );
  expect((await invoke({})).error?.errorType).toBe('Runtime.ExitError');
});

test('Event and response have a limit of six megabytes', async () => {
  const { invoke } = start(`export const handler = async ({ size }) => 'x'.repeat(size);`);
  const megabyte = 1024 * 1024;
  expect((await invoke({ size: 6 * megabyte - 2 })).error).toBeUndefined();
  expect((await invoke({ size: 6 * megabyte })).error?.errorType).toBe('Function.ResponseSizeTooLarge');
  expect((await invoke('x'.repeat(6 * megabyte))).error?.errorType).toBe('RequestTooLargeException');
});

test('The output of a function arrives line by line', async () => {
  const { invoke, written } = start(
    `export const handler = async () => { console.log('first\\nsecond'); console.error('third'); };`,
  );
  await invoke({});
  await eventually(() => written).toEqual(
    expect.arrayContaining([
      { functionName: 'Api-Fn', stream: 'stdout', line: 'first' },
      { functionName: 'Api-Fn', stream: 'stdout', line: 'second' },
      { functionName: 'Api-Fn', stream: 'stderr', line: 'third' },
    ]),
  );
});

test('Requests signed for AWS are counted, others are not', async () => {
  const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  cleanups.push(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { invoke } = start(
    `import http from 'node:http';
     const get = (url, headers) => new Promise((done) => http.get(url, { headers }, (r) => r.resume().on('end', done)));
     export const handler = async ({ url }) => {
       await get(url, { authorization: 'AWS4-HMAC-SHA256 Credential=x' });
       await get(url, { Authorization: 'AWS4-HMAC-SHA256 Credential=y' });
       await get(url, {});
     };`,
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect((await invoke({ url })).awsCalls).toBe(2);
  expect((await invoke({ url })).awsCalls).toBe(2);
});

test('A function is found by name, ARN and qualified ARN; an unknown one is refused', async () => {
  const { lambda } = start(`export const handler = async () => 1;`);
  const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:Api-Fn';
  expect([arn, `${arn}:live`, 'Api-Fn'].map((name) => lambda.find(name)?.arn)).toEqual([arn, arn, arn]);
  await expect(lambda.invoke('Api-Fnord', {})).rejects.toThrow('Api-Fnord');
});

test("CDK's own functions are omitted, and an unsupported runtime is refused", () => {
  const { directory, remove } = temporaryDirectory();
  cleanups.push(remove);
  const provider = functionResource('code', { Runtime: 'python3.13' });
  const load = (token: unknown) =>
    loadAssembly({
      directory: writeAssembly(temporaryInside(directory), {
        stacks: {
          Api: {
            Resources: {
              Fn: provider,
              Custom: { Type: 'Custom::S3BucketNotifications', Properties: { ServiceToken: token } },
            },
          },
        },
        assets: { code: '' },
      }),
    });
  const options = { environment: {}, output: () => undefined };
  expect(createLambda({ assembly: load({ 'Fn::GetAtt': ['Fn', 'Arn'] }), ...options }).functions).toEqual([]);
  expect(() => createLambda({ assembly: load('arn:another'), ...options })).toThrow('python3.13');
});

test.each([
  ['CommonJS', `exports.handler = async () => typeof require;`, '"function"'],
  ['ECMAScript', `export const handler = async () => typeof require;`, '"undefined"'],
])(
  'A bundle of %s modules runs even if a package.json above it has another type',
  async (_, source, answer) => {
    const { directory, remove } = temporaryDirectory();
    cleanups.push(remove);
    const assembly = {
      stacks: { Api: { Resources: { Fn: functionResource('code') } } },
      assets: { code: source },
    };
    writeAssembly(`${directory}/cdk.out`, assembly);
    renameSync(`${directory}/cdk.out/asset.code/index.mjs`, `${directory}/cdk.out/asset.code/index.js`);
    writeFileSync(
      `${directory}/package.json`,
      `{"type":"${source.startsWith('export ') ? 'commonjs' : 'module'}"}`,
    );
    const loaded = loadAssembly({ directory: `${directory}/cdk.out` });
    const lambda = createLambda({ assembly: loaded, environment: {}, output: () => undefined });
    cleanups.push(() => lambda.close());
    expect((await lambda.invoke('Api-Fn', {})).payload).toBe(answer);
  },
);

let inside = 0;
function temporaryInside(directory: string): string {
  inside += 1;
  return `${directory}/${inside}`;
}

test('Closing ends a running invocation', async () => {
  const { invoke, lambda } = start(
    `export const handler = () => new Promise(() => setTimeout(() => {}, 1e6));`,
    { Timeout: 60 },
  );
  await lambda.warmUp();
  const running = invoke({});
  await lambda.close();
  expect((await running).error?.errorType).toBe('Runtime.ExitError');
});
