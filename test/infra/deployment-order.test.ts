import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { capabilities } from '../../infra/declarations/capabilities.ts';
import { consumers } from '../../infra/declarations/consumers.ts';
import {
  deployableStack,
  type DeployableStack,
  deployEach,
  deploymentOrder,
  refusalsOf,
} from './deployment.ts';
import { createStage, type Declarations } from './stage-in-process.ts';
import { assemblyOf, synthesisTimeout } from './templates.ts';

const everything: Declarations = { capabilities, consumers };
const without = (folder: string): Declarations => ({
  capabilities: capabilities.filter((capability) => capability.folder !== folder),
  consumers: consumers.filter((consumer) => consumer.folder !== folder),
});
const renamed = (folder: string, newFolder: string): Declarations => ({
  capabilities: capabilities.map((capability) =>
    capability.folder === folder ? { ...capability, folder: newFolder } : capability,
  ),
  consumers: consumers.map((consumer) =>
    consumer.folder === folder ? { ...consumer, folder: newFolder } : consumer,
  ),
});

const directories: string[] = [];
let assembly: string;
beforeAll(async () => {
  // The CDK's own validation has its test: it would only take time here.
  vi.stubEnv('CDK_VALIDATION', 'false');
  assembly = await assemblyOf('dev');
}, synthesisTimeout);
afterAll(() => {
  vi.unstubAllEnvs();
  for (const directory of directories) rmSync(directory, { recursive: true });
});

function synthesize(declarations: Declarations): readonly DeployableStack[] {
  const app = createStage(declarations, assembly, { finder: 'search', announcer: 'publisher' });
  directories.push(app.outdir);
  const { stacks } = app.synth().getNestedAssembly('assembly-dev');
  const names = new Map(stacks.map(({ id, stackName }) => [id, stackName]));
  return stacks.map(({ stackName, template, dependencies }) =>
    deployableStack(
      stackName,
      template,
      dependencies.flatMap(({ id }) => names.get(id) ?? []),
    ),
  );
}

/** The stacks as they would be if each value that one takes from another were an export. */
function withExports(stacks: readonly DeployableStack[]): readonly DeployableStack[] {
  return stacks.map(({ name, template, dependencies }) => {
    const rewritten: unknown = JSON.parse(JSON.stringify(template), (key, value) => {
      const read = value?.['Fn::GetStackOutput'];
      if (read !== undefined) return { 'Fn::ImportValue': `${read.StackName}:${read.OutputName}` };
      if (key !== 'Outputs') return value;
      return Object.fromEntries(
        Object.entries<object>(value).map(([output, content]) => [
          output,
          { Export: { Name: `${name}:${output}` }, ...content },
        ]),
      );
    });
    return deployableStack(name, rewritten, dependencies);
  });
}

const accountOf = (stacks: readonly DeployableStack[]) => deployEach(new Map(), deploymentOrder(stacks));

/** What is refused on the way from one version to the other, and on the way back from wherever the first one stopped. */
function refusalsBetween(from: readonly DeployableStack[], to: readonly DeployableStack[]) {
  const start = accountOf(from).states.at(-1) ?? new Map();
  const { states, refusals } = deployEach(start, deploymentOrder(to));
  const back = states.flatMap((state) => deployEach(state, deploymentOrder(from)).refusals);
  return { forth: refusals, back: [...new Set(back)] };
}

const nothingRefused = { forth: [], back: [] };

describe('the stacks, deployed in the order of the CDK,', () => {
  let complete: readonly DeployableStack[];
  beforeAll(() => {
    complete = synthesize(everything);
  }, synthesisTimeout);

  it('come up in an empty account, each after the stacks that it takes values from', () => {
    const { states, refusals } = accountOf(complete);
    expect(refusals).toEqual([]);
    expect(states.at(-1)?.size).toBe(7);
  });

  it.each([
    ['a capability', without('search')],
    ['the consumer of the stream', without('publisher')],
    ['a consumer of events', without('inspection')],
    ['a scheduled consumer', without('eraser')],
    ['the consumer of tokens', without('tokens')],
    ['most capabilities and every consumer', { capabilities: capabilities.slice(0, 1), consumers: [] }],
  ])(
    'can be deployed with %s more or less, and rolled back from any moment between',
    (_, declarations) => {
      const fewer = synthesize(declarations);
      expect(refusalsBetween(fewer, complete)).toEqual(nothingRefused);
      expect(refusalsBetween(complete, fewer)).toEqual(nothingRefused);
    },
    synthesisTimeout,
  );

  it.each([
    ['capability', renamed('search', 'finder')],
    ['consumer', renamed('publisher', 'announcer')],
  ])(
    'can be deployed with another %s instead, and rolled back',
    (_, declarations) => {
      expect(refusalsBetween(complete, synthesize(declarations))).toEqual(nothingRefused);
    },
    synthesisTimeout,
  );

  it('would refuse to lose a capability if the alarms imported exports', () => {
    const { forth } = refusalsBetween(withExports(complete), withExports(synthesize(without('search'))));
    expect(forth).toEqual([
      expect.stringMatching(
        /^operator-cabinet-dev-api: export .*SearchFunction.* is in use by .*observability$/,
      ),
    ]);
  });
});

describe('CloudFormation', () => {
  const stack = (name: string, resources: unknown, outputs: unknown = {}) =>
    deployableStack(name, { Resources: { Resource: resources }, Outputs: outputs }, []);
  const producer = (value: string, name = 'Value') =>
    stack('producer', {}, { Output: { Value: value, Export: { Name: name } } });
  const importing = stack('consumer', { Property: { 'Fn::ImportValue': 'Value' } });
  const reading = stack('reader', {
    Property: { 'Fn::GetStackOutput': { StackName: 'producer', OutputName: 'Output' } },
  });
  const deployed = deployEach(new Map(), [producer('a'), importing, reading]);
  const account = deployed.states.at(-1)!;

  it('accepts what takes values that exist, and the same again', () => {
    expect(deployed.refusals).toEqual([]);
    expect(refusalsOf(account, producer('a'))).toEqual([]);
  });

  it('refuses a stack whose values do not exist yet', () => {
    expect(refusalsOf(new Map(), importing)).toEqual(['consumer: no export Value']);
    expect(refusalsOf(new Map(), reading)).toEqual(['reader: no output Output of producer']);
  });

  it.each([
    ['remove', producer('a', 'Other')],
    ['change', producer('b')],
  ])('refuses to %s an export that is in use, and does not mind who reads an output', (_, changed) => {
    expect(refusalsOf(account, changed)).toEqual(['producer: export Value is in use by consumer']);
    expect(refusalsOf(new Map([...account].filter(([name]) => name !== 'consumer')), changed)).toEqual([]);
  });
});
