import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { capabilities } from '../../infra/declarations/capabilities.ts';
import { consumers } from '../../infra/declarations/consumers.ts';
import { functionFolders as folders } from '../../infra/declarations/function-folders.ts';
import { constructIdOf as idOf } from '../../infra/constructs/capability-function.ts';
import { stages } from '../../infra/config.ts';
import {
  assemblyOf,
  type ResourceOfTemplate,
  synthesizeStage,
  type SynthesizedStack,
  synthesisTimeout,
} from './templates.ts';
import { indexesOf, userPoolActionsOf, writesOf } from './used-actions.ts';

/** Variables that the runtime and the libraries read; a function's own schema need not know them. */
const runtimeVariables = [
  'NODE_OPTIONS',
  'POWERTOOLS_LOG_LEVEL',
  'POWERTOOLS_METRICS_NAMESPACE',
  'POWERTOOLS_SERVICE_NAME',
];

const reads = ['GetItem', 'BatchGetItem', 'Query'];

/** What consumers declare. */
const memories = new Map(consumers.map(({ folder, memoryMegabytes }) => [folder, memoryMegabytes]));
const timeouts = new Map(consumers.map(({ folder, timeoutSeconds }) => [folder, timeoutSeconds]));

/** Table permissions of each capability. Granting more requires a change here, too. */
const uses: Readonly<Record<string, { actions: readonly string[]; indexes: readonly string[] }>> = {
  operators: {
    actions: [...reads, 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    indexes: ['byDue', 'byReference'],
  },
  applications: { actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'], indexes: [] },
  forms: { actions: ['GetItem'], indexes: [] },
  catalog: {
    actions: [...reads, 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    indexes: ['byState', 'byReference'],
  },
  orders: {
    actions: [...reads, 'PutItem', 'UpdateItem'],
    indexes: ['byState', 'byDue', 'byManager', 'byReference'],
  },
  attachments: { actions: [...reads, 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: [] },
  services: { actions: [...reads, 'PutItem'], indexes: ['byState', 'byReference'] },
  people: { actions: [...reads, 'PutItem'], indexes: [] },
  review: {
    actions: [...reads, 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    indexes: ['byState', 'byManager'],
  },
  notices: { actions: [...reads, 'PutItem'], indexes: ['byDue'] },
  search: { actions: reads, indexes: ['byReference', 'byRussianName', 'byEnglishName'] },
};

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

describe.each(['dev', 'prod'] as const)('the functions of %s', (stage) => {
  let stacks: Readonly<Record<string, SynthesizedStack>>;
  let functions: ReadonlyMap<string, ResourceOfTemplate>;
  beforeAll(async () => {
    stacks = await synthesizeStage(stage);
    functions = new Map(
      ['api', 'events', 'identity']
        .flatMap((id) => stacks[id]!.all('AWS::Lambda::Function'))
        .map((found) => [found.Properties['Environment'].Variables.POWERTOOLS_SERVICE_NAME, found]),
    );
  }, synthesisTimeout);

  const stackOf = (folder: string) => {
    const consumer = consumers.find((candidate) => candidate.folder === folder);
    return stacks[consumer === undefined ? 'api' : consumer.consumes === 'tokens' ? 'identity' : 'events']!;
  };
  const statementsOf = (folder: string): Statement[] =>
    stackOf(folder).one('AWS::IAM::Policy', `${idOf(folder)}RoleDefaultPolicy`).Properties['PolicyDocument']
      .Statement;

  it('are one for each capability and consumer', () => {
    expect([...functions.keys()].toSorted()).toEqual(folders.toSorted());
  });

  it.each(folders)('%s runs on Node 24 and Graviton, traced, with as long as its caller waits', (folder) => {
    expect(functions.get(folder)!.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: memories.get(folder) ?? 1024,
      Timeout: timeouts.get(folder) ?? 10,
      TracingConfig: { Mode: 'Active' },
      Environment: {
        Variables: {
          NODE_OPTIONS: '--enable-source-maps',
          POWERTOOLS_SERVICE_NAME: folder,
          POWERTOOLS_METRICS_NAMESPACE: 'OperatorCabinet',
          POWERTOOLS_LOG_LEVEL: 'INFO',
        },
      },
    });
  });

  it.each(folders)('%s logs to its own group, which expires', (folder) => {
    const logs = stackOf(folder).one('AWS::Logs::LogGroup', `${idOf(folder)}Logs`);
    expect(functions.get(folder)!.Properties['LoggingConfig']).toEqual({ LogGroup: { Ref: logs.logicalId } });
    expect(logs.Properties['RetentionInDays']).toBe(stages[stage].logRetention);
  });

  it.each(folders)('%s is given exactly the variables that its schema asks for', async (folder) => {
    const { environmentSchema } = (await import(`../../functions/${folder}/environment.ts`)) as {
      environmentSchema: z.ZodObject;
    };
    const given = Object.keys(functions.get(folder)!.Properties['Environment'].Variables);
    expect(given.filter((name) => !runtimeVariables.includes(name)).toSorted()).toEqual(
      Object.keys(environmentSchema.shape).toSorted(),
    );
  });

  it.each(folders)('%s has its own role without managed policies', (folder) => {
    const role = stackOf(folder).one('AWS::IAM::Role', `${idOf(folder)}Role`);
    expect(functions.get(folder)!.Properties['Role']).toEqual({ 'Fn::GetAtt': [role.logicalId, 'Arn'] });
    expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(role.Properties).not.toHaveProperty('Policies');
  });

  it.each(folders)('%s may do nothing on everything, save write traces, which name no resource', (folder) => {
    for (const { Effect, Action, Resource } of statementsOf(folder)) {
      expect(Effect).toBe('Allow');
      const actions = [Action].flat();
      expect(actions.join()).not.toContain('*');
      if (actions.every((action) => action.startsWith('xray:'))) continue;
      // Object names contain ids that are unknown in advance: a prefix is as narrow as possible.
      const isOfObjects = actions.every((action) => action.startsWith('s3:'));
      const named = JSON.stringify(Resource);
      expect(isOfObjects ? named.replaceAll(/\/[a-z]+\/\*"/g, '"') : named).not.toContain('*');
    }
  });

  const actionsOnTable = (folder: string) =>
    Object.fromEntries(
      statementsOf(folder)
        .flatMap(({ Action, Resource }) =>
          [Action].flat().map((action) => [action, [Resource].flat()] as const),
        )
        .filter(([action]) => action.startsWith('dynamodb:'))
        .map(([action, resources]) => [
          action.slice('dynamodb:'.length),
          resources.map(
            (resource) => /\/(index|stream)\/?(\w*)/.exec(JSON.stringify(resource))?.[2] ?? 'table',
          ),
        ]),
    );

  it.each(capabilities)('$folder may use the table with exactly its actions and indexes', ({ folder }) => {
    const { actions, indexes } = uses[folder]!;
    const allowed = actionsOnTable(folder);
    expect(Object.keys(allowed).toSorted()).toEqual(actions.toSorted());
    for (const action of actions) {
      expect(allowed[action]!.toSorted()).toEqual(
        action === 'Query' ? [...indexes, 'table'].toSorted() : ['table'],
      );
    }
  });

  it.each(capabilities)(
    '$folder may query the indexes that its sources name, and no others',
    ({ folder }) => {
      expect(indexesOf(folder)).toEqual(uses[folder]!.indexes.toSorted());
    },
  );

  it.each(capabilities)('$folder may write as its sources do, and in no other way', ({ folder }) => {
    expect(writesOf(folder)).toEqual(
      uses[folder]!.actions.filter((action) => !reads.includes(action)).toSorted(),
    );
  });

  it('publisher may read the stream, publish to the bus and give up to its queue, and never touches the table', () => {
    const actions = statementsOf('publisher').flatMap(({ Action }) => Action);
    expect(actions.filter((action) => !/^(logs|xray):/.test(action)).toSorted()).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'events:PutEvents',
      'sqs:SendMessage',
    ]);
    for (const { Action, Resource } of statementsOf('publisher')) {
      if ([Action].flat().some((action) => action.startsWith('dynamodb:'))) {
        expect(JSON.stringify(Resource)).toContain('StreamArn');
      }
    }
  });

  it('tokens have four seconds, as Cognito waits five, and inspection a quarter of an hour, as it reads and copies files of 5 GB', () => {
    expect(functions.get('tokens')!.Properties['Timeout']).toBe(4);
    expect(functions.get('inspection')!.Properties['Timeout']).toBe(900);
  });

  it('tokens may read single accounts of the pool whose trigger it is, and nothing else', () => {
    const own = statementsOf('tokens').flatMap(({ Action }) => Action);
    expect(own.filter((action) => !/^(logs|xray):/.test(action))).toEqual([]);
    const identity = stacks['identity']!;
    const pool = { 'Fn::GetAtt': [identity.one('AWS::Cognito::UserPool').logicalId, 'Arn'] };
    expect(identity.one('AWS::IAM::Policy', 'TokensAccounts').Properties['PolicyDocument'].Statement).toEqual(
      [{ Effect: 'Allow', Action: 'cognito-idp:AdminGetUser', Resource: pool }],
    );
    expect(identity.one('AWS::Lambda::Permission').Properties).toMatchObject({
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: pool,
    });
    expect(identity.one('AWS::Cognito::UserPool').Properties['LambdaConfig']).toMatchObject({
      PreTokenGenerationConfig: { LambdaVersion: 'V2_0' },
    });
  });

  it.each(capabilities)(
    '$folder asks the carrier’s people for a second factor as the stage says',
    ({ folder }) => {
      const { MFA_REQUIRED } = functions.get(folder)!.Properties['Environment'].Variables;
      expect(MFA_REQUIRED).toBe(stage === 'prod' ? 'true' : 'false');
    },
  );

  const actionsOnAccounts = (folder: string) =>
    statementsOf(folder)
      .flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith('cognito-idp:'))
      .map((action) => action.slice('cognito-idp:'.length))
      .toSorted();

  it.each(capabilities)('$folder may do to accounts what its sources do, and nothing else', ({ folder }) => {
    expect(actionsOnAccounts(folder)).toEqual(userPoolActionsOf(folder));
  });

  it('people alone may list who there is, and operators may look at single accounts and change none', () => {
    const listing = capabilities.filter(({ folder }) =>
      actionsOnAccounts(folder).some((action) => action.startsWith('ListUsers')),
    );
    expect(listing.map(({ folder }) => folder)).toEqual(['people']);
    expect(actionsOnAccounts('operators').filter((action) => !action.endsWith('Group'))).toEqual([
      'AdminGetUser',
      'AdminListGroupsForUser',
    ]);
  });

  it('eraser may only find due applications, and erase their records and objects', () => {
    expect(actionsOnTable('eraser')).toEqual({
      Query: ['table', 'byDue'],
      PutItem: ['table'],
      DeleteItem: ['table'],
    });
    const onFiles = statementsOf('eraser').filter(({ Action }) => [Action].flat().join().includes('s3:'));
    expect(onFiles.map(({ Action }) => Action)).toEqual(['s3:DeleteObject']);
    expect(stacks['events']!.one('AWS::Events::Rule', 'EraserSourceRule').Properties).toMatchObject({
      ScheduleExpression: 'rate(1 hour)',
      State: 'ENABLED',
    });
  });

  it('leave the assembly what esbuild says is in their bundles', async () => {
    expect(existsSync(path.join(await assemblyOf(stage), 'bundles/metafile.json'))).toBe(true);
  });
});
