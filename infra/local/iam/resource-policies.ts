import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import { compilePolicy, type Policy } from './policy.ts';

/** The policy that is attached to a resource. */
interface ResourcePolicy {
  readonly policy: Policy;
  /** Without a permission in it, the policies of roles have no effect: "Key policies in AWS KMS", KMS developer guide. */
  readonly isRequired: boolean;
}

/** The policies of buckets, queues, keys and functions, and the trust policies of roles. */
export interface ResourcePolicies {
  /** The policy about a resource, by its ARN; for an object, the policy of its bucket. */
  find(arn: string): ResourcePolicy | undefined;
}

const bucketPolicySchema = z.object({ Bucket: z.string(), PolicyDocument: z.unknown() });
const queuePolicySchema = z.object({ Queues: z.array(z.string()), PolicyDocument: z.unknown() });
const permissionSchema = z.strictObject({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string().endsWith('.amazonaws.com'),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});
const keySchema = z.object({ KeyPolicy: z.unknown().optional() });

/**
 * @param roleArns roles that something on this machine assumes
 * @throws {UnsupportedError} for a part of a policy that the local stack does not support
 */
export function readResourcePolicies(assembly: Assembly, roleArns: ReadonlySet<string>): ResourcePolicies {
  const byArn = new Map<string, ResourcePolicy>();
  for (const { arn, name } of assembly.resources('AWS::Lambda::Function')) {
    const documents = readPermissions(assembly, [arn, name]);
    byArn.set(arn, { policy: compilePolicy(arn, documents), isRequired: false });
  }
  const add = (label: string, arn: string, document: unknown, isRequired = false): void => {
    byArn.set(arn, { policy: compilePolicy(label, [document]), isRequired });
  };
  for (const { logicalId, stack, properties } of assembly.resources('AWS::S3::BucketPolicy')) {
    const { Bucket, PolicyDocument } = bucketPolicySchema.parse(properties);
    add(`${stack}/${logicalId}`, `arn:aws:s3:::${Bucket}`, PolicyDocument);
  }
  for (const { logicalId, stack, properties } of assembly.resources('AWS::SQS::QueuePolicy')) {
    const { Queues, PolicyDocument } = queuePolicySchema.parse(properties);
    const names = new Set(Queues.map((url) => url.split('/').at(-1)));
    for (const queue of assembly.resources('AWS::SQS::Queue'))
      if (names.has(queue.name)) add(`${stack}/${logicalId}`, queue.arn, PolicyDocument);
  }
  for (const { logicalId, stack, arn, properties } of assembly.resources('AWS::KMS::Key')) {
    const { KeyPolicy } = keySchema.parse(properties);
    // The default policy of a key leaves everything to the account.
    if (KeyPolicy !== undefined) add(`${stack}/${logicalId}`, arn, KeyPolicy, true);
  }
  for (const { logicalId, stack, arn, properties } of assembly.resources('AWS::IAM::Role'))
    if (roleArns.has(arn))
      add(`${stack}/${logicalId}`, arn, readTrust(properties['AssumeRolePolicyDocument']));
  return {
    find: (arn) => {
      const end = arn.startsWith('arn:aws:s3:') ? arn.indexOf('/') : -1;
      return byArn.get(end === -1 ? arn : arn.slice(0, end));
    },
  };
}

const trustSchema = z.looseObject({ Statement: z.array(z.looseObject({ Action: z.unknown() })) });

/** Statements of a trust policy do not name the role, which they are about. */
function readTrust(document: unknown): unknown {
  const { Statement, ...rest } = trustSchema.parse(document);
  return { ...rest, Statement: Statement.map((statement) => ({ ...statement, Resource: '*' })) };
}

/** The permissions of a function, as the policy that Lambda makes of them. */
function readPermissions(assembly: Assembly, names: readonly string[]): unknown[] {
  return assembly.resources('AWS::Lambda::Permission').flatMap((resource) => {
    const { Action, FunctionName, Principal, SourceArn, SourceAccount } = resource.read(permissionSchema, []);
    if (!names.includes(FunctionName)) return [];
    const statement = {
      ...{ Effect: 'Allow', Action, Resource: '*', Principal: { Service: Principal } },
      Condition: {
        ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': SourceArn } }),
        ...(SourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
      },
    };
    return [{ Version: '2012-10-17', Statement: [statement] }];
  });
}
