import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';
import { compilePolicy, type Policy } from './policy.ts';

const inlinePolicySchema = z.object({
  Roles: z.array(z.string()).default([]),
  PolicyDocument: z.unknown(),
});
const roleSchema = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.unknown() })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});
const meaninglessForRoles = [
  ...['AssumeRolePolicyDocument', 'Description', 'MaxSessionDuration', 'Path', 'RoleName', 'Tags'],
];

/** Policies that AWS manages; this one is attached to functions by default. */
const awsPolicies: ReadonlyMap<string, unknown> = new Map([
  [
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: '*',
      },
    },
  ],
]);

/**
 * The policies of roles of the template, by ARN.
 * @throws {UnsupportedError} for a role that is not in the template, an unknown managed policy of AWS, a permissions
 * boundary, or a part of a policy that the local stack does not support
 */
export function readRolePolicies(
  assembly: Assembly,
  roleArns: ReadonlySet<string>,
): ReadonlyMap<string, Policy> {
  return new Map([...roleArns].map((arn) => [arn, readRolePolicy(assembly, arn)]));
}

function readRolePolicy(assembly: Assembly, arn: string): Policy {
  const role = assembly.findByArn('AWS::IAM::Role', arn);
  if (!role) throw new UnsupportedError(`${arn} is not a role of the template`);
  const label = `${role.stack}/${role.logicalId}`;
  const { Policies, ManagedPolicyArns } = role.read(roleSchema, meaninglessForRoles);
  const managed = ManagedPolicyArns.map((policyArn) => {
    const policy = assembly.findByArn('AWS::IAM::ManagedPolicy', policyArn);
    const document = policy?.properties['PolicyDocument'] ?? awsPolicies.get(policyArn);
    if (document !== undefined) return document;
    throw new UnsupportedError(`${label} has the policy ${policyArn}, which the local stack does not know`);
  });
  const attached = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']
    .flatMap((type) => assembly.resources(type))
    .map(({ properties }) => inlinePolicySchema.parse(properties))
    .filter(({ Roles }) => Roles.includes(role.name));
  const documents = [...Policies, ...attached].map(({ PolicyDocument }) => PolicyDocument);
  return compilePolicy(label, [...documents, ...managed]);
}
