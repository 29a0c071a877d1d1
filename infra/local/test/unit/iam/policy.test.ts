import { describe, expect, test } from 'vitest';
import { createAccess } from '../../../iam/access.ts';
import { rootOf, serviceNamed, sessionOf } from '../../../iam/caller.ts';
import { compilePolicy } from '../../../iam/policy.ts';
import { kindCases } from '../../../testing/iam/statement-kinds.ts';

const account = '000000000000';
const role = sessionOf(`arn:aws:iam::${account}:role/Role`, 'Function');
const bucket = 'arn:aws:s3:::bucket';
const read = { action: 's3:GetObject', resource: `${bucket}/key` };
const policy = (...statements: object[]) =>
  compilePolicy('Policy', [{ Version: '2012-10-17', Statement: statements }]);
const allowRead = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/*` };
const denyRead = { ...allowRead, Effect: 'Deny' };

describe('a statement', () => {
  test.each(kindCases)('applies by its $kind', ({ statement, matching, other }) => {
    const judge = ({ caller = role, ...request }: (typeof kindCases)[number]['matching']) =>
      policy(statement).judge(caller, { ...read, ...request });
    expect(judge(matching)).toBe('denied');
    expect(judge(other)).toBeUndefined();
  });

  test('with a condition does not apply without the key, unless the condition is negated', () => {
    const verdict = (operator: string) =>
      policy({ ...denyRead, Condition: { [operator]: { 's3:object-lock-mode': 'GOVERNANCE' } } }).judge(
        role,
        read,
      );
    expect(verdict('StringEquals')).toBeUndefined();
    expect(verdict('StringNotEquals')).toBe('denied');
  });

  test('takes all of its conditions, each with one of its values', () => {
    const compiled = policy({
      ...denyRead,
      Condition: {
        StringEquals: { 'aws:SourceAccount': ['1', '2'], 'aws:SourceArn': 'arn:x' },
        StringNotEquals: { 's3:object-lock-mode': ['A', 'B'] },
      },
    });
    const context = { 'aws:sourceaccount': '2', 'aws:sourcearn': 'arn:x', 's3:object-lock-mode': 'C' };
    expect(compiled.judge(role, { ...read, context })).toBe('denied');
    for (const [key, value] of [
      ['aws:sourceaccount', '3'],
      ['aws:sourcearn', 'arn:y'],
      ['s3:object-lock-mode', 'B'],
    ])
      expect(compiled.judge(role, { ...read, context: { ...context, [key!]: value! } })).toBeUndefined();
  });

  test('applies to a request over HTTP on this machine as to one over TLS', () => {
    const insecure = { Bool: { 'aws:SecureTransport': 'false' } };
    expect(policy({ ...denyRead, Condition: insecure }).judge(role, read)).toBeUndefined();
  });

  test.each([
    ['NotAction', { ...allowRead, Action: undefined, NotAction: 's3:*' }],
    ['NotPrincipal', { ...allowRead, NotPrincipal: '*' }],
    ['Resource', { ...allowRead, Resource: undefined }],
    ['NotResource', { ...allowRead, NotResource: '*' }],
    [
      'the condition operator IpAddress',
      { ...allowRead, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
    ],
    [
      'the condition operator StringEqualsIfExists',
      { ...allowRead, Condition: { StringEqualsIfExists: { 'aws:SourceArn': 'x' } } },
    ],
    [
      'the condition key aws:PrincipalTag/team',
      { ...allowRead, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'x' } } },
    ],
    [
      'the policy variable in arn:aws:s3:::bucket/${aws:username}',
      { ...allowRead, Resource: `${bucket}/\${aws:username}` },
    ],
    ['the principal arn:aws:iam::1:role/x', { ...allowRead, Principal: { AWS: 'arn:aws:iam::1:role/x' } }],
    ['Federated', { ...allowRead, Principal: { Federated: 'x' } }],
    ['Effect', { ...allowRead, Effect: 'Maybe' }],
  ])('with something that the evaluation does not know is refused: %s', (name, statement) => {
    expect(() => policy(statement)).toThrow(name);
  });

  test('of another version of the language is refused', () => {
    expect(() => compilePolicy('Policy', [{ Version: '2008-10-17', Statement: allowRead }])).toThrow(
      'Version',
    );
  });
});

describe('a request', () => {
  const decide = (
    { identity = [], resource }: { identity?: object[]; resource?: object[] },
    caller: Parameters<ReturnType<typeof createAccess>['check']>[0] = role,
    isRequired = false,
  ) =>
    createAccess({
      holders: [],
      rolePolicies: new Map([[role.roleArn, policy(...identity)]]),
      resourcePolicies: { find: () => resource && { policy: policy(...resource), isRequired } },
    }).check(caller, read)?.message ?? 'allowed';
  const everybody = { Principal: '*' };
  const root = rootOf(account);

  test('takes a permission', () => {
    expect(decide({})).toBe(
      `User: arn:aws:sts::${account}:assumed-role/Role/Function is not authorized to perform: s3:GetObject on ` +
        `resource: ${bucket}/key because no identity-based policy allows the s3:GetObject action`,
    );
  });

  test('is allowed by the role’s policy, or by the resource’s', () => {
    expect(decide({ identity: [allowRead] })).toBe('allowed');
    expect(decide({ resource: [{ ...allowRead, Principal: { AWS: role.roleArn } }] })).toBe('allowed');
    expect(decide({ resource: [{ ...allowRead, ...everybody }] })).toBe('allowed');
  });

  test('is denied by either, whatever else allows it', () => {
    expect(decide({ identity: [allowRead, denyRead] })).toContain(
      'explicit deny in an identity-based policy',
    );
    const denied = 'explicit deny in a resource-based policy';
    expect(decide({ identity: [allowRead], resource: [{ ...denyRead, ...everybody }] })).toContain(denied);
    expect(decide({ resource: [{ ...denyRead, ...everybody }] }, root)).toContain(denied);
  });

  test('of the administrator needs no permission', () => {
    expect(decide({}, root)).toBe('allowed');
  });

  test('of a service takes a permission of the resource', () => {
    const service = serviceNamed('events.amazonaws.com');
    expect(decide({}, service)).toContain('because no resource-based policy allows');
    const named = { ...allowRead, Principal: { Service: 'events.amazonaws.com' } };
    expect(decide({ resource: [named] }, service)).toBe('allowed');
  });

  test('to a key is left to the roles only if the key’s policy names the account', () => {
    const delegating = { ...allowRead, Action: 's3:*', Principal: { AWS: `arn:aws:iam::${account}:root` } };
    expect(decide({ identity: [allowRead], resource: [delegating] }, role, true)).toBe('allowed');
    expect(decide({ resource: [delegating] }, role, true)).toContain(
      'because no identity-based policy allows',
    );
    const ofAnother = { ...allowRead, Principal: { AWS: `arn:aws:iam::${account}:role/Other` } };
    expect(decide({ identity: [allowRead], resource: [ofAnother] }, role, true)).toContain(
      'because no resource-based policy allows',
    );
  });
});
