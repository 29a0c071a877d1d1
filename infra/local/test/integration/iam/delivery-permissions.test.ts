import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertDeliveriesAllowed } from '../../../boot/delivery-permissions.ts';
import { openAssembly } from '../../../boot/open-assembly.ts';
import { openAccess, openSessions } from '../../../boot/sessions.ts';
import { synthesize } from '../../../boot/synthesis.ts';
import { createLambda } from '../../../lambda/runtime.ts';
import { createQueues } from '../../../queues/sqs.ts';
import { createDataDirectory, removeDataDirectory } from '../../../testing/boot/fixture-stack.ts';
import { limitedApplication } from '../../../testing/iam/fixture-stack.ts';

interface Statement {
  readonly Action: string | string[];
  readonly Principal: { Service: string };
  Condition: object;
}
type PolicyProperty = 'PolicyDocument' | 'AssumeRolePolicyDocument';
interface Resource {
  Type: string;
  readonly Properties: Record<PolicyProperty, { Statement: Statement[] }>;
}
type Resources = Record<string, Resource>;

let directory: string;
beforeEach(() => {
  directory = createDataDirectory();
});
afterEach(() => {
  removeDataDirectory(directory);
});

/** Checks the fixture's template after a change. */
async function check(change: (resources: Resources) => void): Promise<void> {
  const copy = join(directory, 'synthesis');
  cpSync(await synthesize(limitedApplication), copy, { recursive: true });
  const nested = join(copy, 'assembly-dev');
  const path = join(
    nested,
    readdirSync(nested).find((name) => name.endsWith('.template.json'))!,
  );
  const content = JSON.parse(readFileSync(path, 'utf8')) as { Resources: Resources };
  change(content.Resources);
  writeFileSync(path, JSON.stringify(content));
  const assembly = openAssembly(copy, 'dev', directory, { sqs: 'http://127.0.0.1:1' });
  const access = openAccess(assembly, openSessions(assembly, directory));
  const lambda = createLambda({ assembly, environment: {}, output: () => undefined });
  const queues = createQueues({ assembly, directory: join(directory, 'sqs'), access });
  try {
    assertDeliveriesAllowed({ assembly, access, lambda, queues });
  } finally {
    await queues.close();
    await lambda.close();
  }
}

const remove = (type: string, prefix: string) => (resources: Resources) => {
  const found = Object.keys(resources).filter((id) => resources[id]!.Type === type && id.startsWith(prefix));
  if (found.length === 0) throw new Error(`There is no ${type} ${prefix}`);
  // A resource of which nothing is read.
  for (const id of found) resources[id]!.Type = 'AWS::CloudFormation::WaitConditionHandle';
};

const removeActions = (prefix: string, service: string) => (resources: Resources) => {
  const policies = Object.entries(resources).filter(
    ([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith(prefix),
  );
  for (const [, { Properties }] of policies) {
    const document = Properties.PolicyDocument;
    document.Statement = document.Statement.filter(
      ({ Action }) => ![Action].flat()[0]!.startsWith(`${service}:`),
    );
  }
};

const trustOnly = (service: string) => (resources: Resources) => {
  for (const { Type, Properties } of Object.values(resources))
    if (Type === 'AWS::IAM::Role')
      Properties.AssumeRolePolicyDocument.Statement[0]!.Principal.Service = service;
};

test('a template with all permissions for its deliveries starts', async () => {
  await check(() => undefined);
});

describe('A template does not start without the permission', () => {
  test.each([
    [
      'of a rule to invoke its function',
      'lambda:InvokeFunction',
      remove('AWS::Lambda::Permission', 'ToFunction'),
    ],
    ['of a rule to send to its queue', 'sqs:SendMessage', remove('AWS::SQS::QueuePolicy', 'Jobs')],
    [
      'of a rule to send to its dead-letter queue',
      'sqs:SendMessage',
      remove('AWS::SQS::QueuePolicy', 'Failures'),
    ],
    ['of the API to invoke its function', 'lambda:InvokeFunction', remove('AWS::Lambda::Permission', 'Api')],
    [
      'of the user pool to invoke its trigger',
      'lambda:InvokeFunction',
      remove('AWS::Lambda::Permission', 'Pool'),
    ],
    ['of CloudFront to read the pages', 's3:GetObject', remove('AWS::S3::BucketPolicy', 'Pages')],
    ['of a function to read its stream', 'dynamodb:GetRecords', removeActions('Reader', 'dynamodb')],
    ['of a function to read its queue', 'sqs:ReceiveMessage', removeActions('Reader', 'sqs')],
    ['of Lambda to assume the role of a function', 'sts:AssumeRole', trustOnly('ec2.amazonaws.com')],
  ])('%s', async (_what, action, change) => {
    await expect(check(change)).rejects.toThrow(
      `is not authorized to perform: ${action} on resource: arn:aws:`,
    );
  });
});

test('a condition that the evaluation does not know is refused at the start', async () => {
  const addCondition = (resources: Resources): void => {
    const policy = Object.values(resources).find(({ Type }) => Type === 'AWS::IAM::Policy')!;
    policy.Properties.PolicyDocument.Statement[0]!.Condition = {
      IpAddress: { 'aws:SourceIp': '10.0.0.0/8' },
    };
  };
  await expect(check(addCondition)).rejects.toThrow('the condition operator IpAddress');
});
