import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';
import { loadAssembly, type AssemblyOptions } from '../../../template/assembly.ts';
import {
  functionResource,
  temporaryDirectory,
  writeAssembly,
} from '../../../testing/template/hand-written-assembly.ts';

type Stacks = Parameters<typeof writeAssembly>[1]['stacks'];

const removals: (() => void)[] = [];
afterEach(() => {
  removals.splice(0).forEach((remove) => {
    remove();
  });
});

function load(stacks: Stacks, options: Partial<AssemblyOptions> & { nestedIn?: string } = {}) {
  const { directory, remove } = temporaryDirectory();
  removals.push(remove);
  const { nestedIn, ...rest } = options;
  writeAssembly(directory, {
    stacks,
    assets: { code: 'export const handler = 1;' },
    ...(nestedIn ? { stage: nestedIn } : {}),
  });
  return loadAssembly({ directory, ...rest });
}

/** The properties of a topic, which can be anything here. */
function resolve(value: unknown, rest: Partial<Stacks[string]> = {}, options: Partial<AssemblyOptions> = {}) {
  const { Resources, ...others } = rest;
  const assembly = load(
    {
      Api: {
        Resources: { Probe: { Type: 'AWS::SNS::Topic', Properties: { value } }, ...Resources },
        ...others,
      },
    },
    options,
  );
  return assembly.resources('AWS::SNS::Topic')[0]!.properties['value'];
}

const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'invoices' } };

test('A reference to a bucket is its name, and its attributes follow from the name', () => {
  const value = [
    { Ref: 'Bucket' },
    { 'Fn::GetAtt': ['Bucket', 'Arn'] },
    { 'Fn::GetAtt': 'Bucket.RegionalDomainName' },
  ];
  expect(resolve(value, { Resources: { Bucket: bucket } })).toEqual([
    'invoices',
    'arn:aws:s3:::invoices',
    'invoices.s3.eu-central-1.amazonaws.com',
  ]);
});

test('String functions can be nested', () => {
  expect(
    resolve({
      'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }, 'c']] }] }],
    }),
  ).toBe('eu-central-1');
  expect(
    resolve(
      { 'Fn::Sub': ['${Bucket.Arn}/${key}-${!literal}-${AWS::AccountId}', { key: { Ref: 'Bucket' } }] },
      { Resources: { Bucket: bucket } },
    ),
  ).toBe('arn:aws:s3:::invoices/invoices-${literal}-000000000000');
  expect(
    resolve({ 'Fn::FindInMap': ['Sizes', 'small', 'MB'] }, { Mappings: { Sizes: { small: { MB: '128' } } } }),
  ).toBe('128');
});

test('A condition selects a branch, and a resource with a false one is omitted', () => {
  const rest = {
    Parameters: { Stage: { Type: 'String', Default: 'local' } },
    Conditions: {
      IsLocal: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] },
      IsCloud: { 'Fn::Not': [{ Condition: 'IsLocal' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsLocal' }, { Condition: 'IsCloud' }] },
      Both: { 'Fn::And': [{ Condition: 'IsLocal' }, { Condition: 'IsCloud' }] },
    },
  };
  expect(
    resolve(
      ['IsLocal', 'IsCloud', 'Either', 'Both'].map((name) => ({ 'Fn::If': [name, 1, 2] })),
      rest,
    ),
  ).toEqual([1, 2, 1, 2]);
  const assembly = load({ Api: { ...rest, Resources: { Absent: { ...queue, Condition: 'IsCloud' } } } });
  expect(assembly.resources('AWS::SQS::Queue')).toEqual([]);
});

test('AWS::NoValue removes the member or the item that holds it', () => {
  expect(resolve({ kept: 1, gone: { Ref: 'AWS::NoValue' }, list: [1, { Ref: 'AWS::NoValue' }] })).toEqual({
    kept: 1,
    list: [1],
  });
});

test('A value passes between stacks by export and import', () => {
  const assembly = load({
    Api: {
      Resources: {
        Fn: functionResource('code', { Environment: { Variables: { B: { 'Fn::ImportValue': 'Data:B' } } } }),
      },
    },
    Data: {
      Resources: { Bucket: bucket },
      Outputs: { Exported: { Value: { Ref: 'Bucket' }, Export: { Name: 'Data:B' } } },
    },
  });
  expect(assembly.resources('AWS::Lambda::Function')[0]!.properties['Environment']).toEqual({
    Variables: { B: 'invoices' },
  });
  expect(assembly.output('Data', 'Exported')).toBe('invoices');
});

test('A value passes between stacks by the name of an output', () => {
  const output = { StackName: 'Data', Region: 'us-east-1', OutputName: 'Name' };
  const fn = (OutputName: string) =>
    functionResource('code', {
      Environment: { Variables: { B: { 'Fn::GetStackOutput': { ...output, OutputName } } } },
    });
  const assembly = load({
    Api: { Resources: { Right: fn('Name'), Wrong: fn('Other') } },
    Data: { Resources: { Bucket: bucket }, Outputs: { Name: { Value: { Ref: 'Bucket' } } } },
  });
  const [right, wrong] = assembly.resources('AWS::Lambda::Function');
  expect(right!.properties['Environment']).toEqual({ Variables: { B: 'invoices' } });
  expect(() => wrong!.properties['Environment']).toThrow('the stack Data has no output Other');
});

test('A value passes between regions by CDK’s exports', () => {
  const read = { 'Fn::GetAtt': ['Reader', '/cdk/exports/Certificate'] };
  const assembly = load({
    Api: {
      Resources: {
        Reader: { Type: 'Custom::CrossRegionExportReader', Properties: {} },
        Probe: { Type: 'AWS::SNS::Topic', Properties: { value: read } },
      },
    },
    Edge: {
      Resources: {
        Bucket: bucket,
        Writer: {
          Type: 'Custom::CrossRegionExportWriter',
          Properties: { WriterProps: { exports: { '/cdk/exports/Certificate': { Ref: 'Bucket' } } } },
        },
      },
    },
  });
  expect(assembly.resources('AWS::SNS::Topic')[0]!.properties['value']).toBe('invoices');
});

test('A parameter of an SSM type is the value of the SSM parameter that its default names', () => {
  const Parameters = { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/app/greeting' } };
  const ssmParameter = (name: string) => (name === '/app/greeting' ? 'from the boot' : undefined);
  expect(resolve({ Ref: 'P' }, { Parameters }, { ssmParameter })).toBe('from the boot');
  expect(resolve({ Ref: 'P' }, { Parameters }, { parameters: { P: 'given' } })).toBe('given');
  const declared = {
    Type: 'AWS::SSM::Parameter',
    Properties: { Name: '/app/greeting', Value: 'declared' },
  };
  expect(resolve({ Ref: 'P' }, { Parameters, Resources: { Declared: declared } })).toBe('declared');
  expect(() => resolve({ Ref: 'P' }, { Parameters })).toThrow('/app/greeting');
});

test('A dynamic reference uses the name of the secret, also if the template has its ARN', () => {
  const secret = (reference: unknown) => JSON.stringify(reference);
  const Resources = {
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'origin-verify' } },
  };
  const join = {
    'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:token::}}']],
  };
  expect(resolve(join, { Resources }, { secret })).toBe('{"secretName":"origin-verify","jsonKey":"token"}');
  expect(resolve('x-{{resolve:secretsmanager:plain}}', {}, { secret })).toBe('x-{"secretName":"plain"}');
  expect(() => resolve('{{resolve:ssm-secure:x}}')).toThrow('ssm-secure');
});

test("A queue's reference is the URL of the caller, which is requested when it is read", () => {
  let port = 0;
  const assembly = load(
    {
      Api: {
        Resources: {
          Queue: queue,
          Probe: { Type: 'AWS::SNS::Topic', Properties: { url: { Ref: 'Queue' } } },
        },
      },
    },
    { queueUrl: (name) => `http://127.0.0.1:${port}/${name}` },
  );
  port = 4566;
  expect(assembly.resources('AWS::SNS::Topic')[0]!.properties['url']).toBe('http://127.0.0.1:4566/Api-Queue');
});

test('An unresolvable value causes an error that names resource and property when it is read', () => {
  const assembly = load({
    Api: {
      Resources: { Probe: { Type: 'AWS::SNS::Topic', Properties: { good: 1, bad: { Ref: 'Nobody' } } } },
    },
  });
  const [probe] = assembly.resources('AWS::SNS::Topic');
  expect(probe!.properties['good']).toBe(1);
  expect(() => probe!.properties['bad']).toThrow(
    'Api/Probe (AWS::SNS::Topic), property bad: Api has no resource or parameter Nobody',
  );
  expect(() => resolve({ 'Fn::GetAtt': ['Bucket', 'Colour'] }, { Resources: { Bucket: bucket } })).toThrow(
    'Colour',
  );
  expect(() => resolve({ 'Fn::Cidr': [] })).toThrow('Fn::Cidr');
});

test('Names are the same on every start, unique, and can be given by the caller', () => {
  const Resources = {
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    Other: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    [`Long${'x'.repeat(80)}`]: { Type: 'AWS::S3::Bucket', Properties: {} },
  };
  const names = (options: Partial<AssemblyOptions> = {}) => {
    const assembly = load({ Data: { Resources } }, options);
    return ['AWS::Cognito::UserPool', 'AWS::S3::Bucket'].flatMap((type) =>
      assembly.resources(type).map(({ name }) => name),
    );
  };
  const [pool, other, long] = names();
  expect(names()).toEqual([pool, other, long]);
  expect(pool).toMatch(/^eu-central-1_[a-z0-9]{9}$/);
  expect(other).not.toBe(pool);
  expect(long).toMatch(/^[a-z0-9-]{3,63}$/);
  expect(
    names({ name: ({ logicalId }) => (logicalId === 'Pool' ? 'eu-central-1_Mine' : undefined) })[0],
  ).toBe('eu-central-1_Mine');
});

test('The stacks of a nested Stage are found, and so are their assets', () => {
  const stacks = { Api: { Resources: { Fn: functionResource('code') } } };
  const assembly = load(stacks, { nestedIn: 'Local' });
  expect(assembly.stacks).toEqual(['Api']);
  expect(assembly.locateAsset('code.zip')).toMatch(/asset\.code$/);
  expect(() => load(stacks, { nestedIn: 'Local', stage: 'Production' })).toThrow('Local');
});

test('Reading a resource refuses a property that is neither in the schema nor listed by the caller', () => {
  const assembly = load({
    Api: { Resources: { Queue: { ...queue, Properties: { FifoQueue: true, Tags: [] } } } },
  });
  const [resource] = assembly.resources('AWS::SQS::Queue');
  const schema = z.object({ DelaySeconds: z.number().default(0) });
  expect(() => resource!.read(schema, ['Tags'])).toThrow('Api/Queue (AWS::SQS::Queue) uses FifoQueue');
  expect(resource!.read(schema, ['Tags', 'FifoQueue'])).toEqual({ DelaySeconds: 0 });
});

test('A resource is found by its ARN', () => {
  const assembly = load({ Api: { Resources: { Queue: queue } } });
  const [resource] = assembly.resources('AWS::SQS::Queue');
  expect(resource!.arn).toBe('arn:aws:sqs:eu-central-1:000000000000:Api-Queue');
  expect(assembly.findByArn('AWS::SQS::Queue', resource!.arn)).toBe(resource);
});
