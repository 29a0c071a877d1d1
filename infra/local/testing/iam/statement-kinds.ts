import { serviceNamed, sessionOf, type Caller } from '../../iam/caller.ts';
import type { StatementDocument } from '../../iam/policy-document.ts';
import type { RequestContext } from '../../iam/condition.ts';

/** A part of a statement, with requests to which it applies and does not apply. */
interface KindCase {
  readonly kind: string;
  readonly statement: Readonly<Record<string, unknown>>;
  readonly matching: Request;
  readonly other: Request;
}

interface Request {
  readonly caller?: Caller;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: RequestContext;
}

const role = sessionOf('arn:aws:iam::000000000000:role/Role', 'Function');
const onEverything = { Effect: 'Deny', Action: '*', Resource: '*' };

function condition(
  operator: string,
  key: string,
  expected: unknown,
  matching: string,
  other: string,
): KindCase {
  const name = key.toLowerCase();
  return {
    kind: `condition ${operator} ${name}`,
    statement: { ...onEverything, Condition: { [operator]: { [key]: expected } } },
    matching: { context: { [name]: matching } },
    other: { context: { [name]: other } },
  };
}

function principal(kind: string, value: unknown, matching: Caller, other: Caller): KindCase {
  return {
    kind: `principal ${kind}`,
    statement: { ...onEverything, Principal: value },
    matching: { caller: matching },
    other: { caller: other },
  };
}

const ruleArn = 'arn:aws:events:eu-central-1:000000000000:rule/Rule';
const bucketArn = 'arn:aws:s3:::bucket';

/** What the local stack evaluates of statements; a template with another kind does not start. */
export const kindCases: readonly KindCase[] = [
  {
    kind: 'action',
    statement: { ...onEverything, Action: ['s3:GetObject', 'dynamodb:Query'] },
    matching: { action: 'dynamodb:Query' },
    other: { action: 'dynamodb:QueryAll' },
  },
  {
    kind: 'action with wildcard',
    statement: { ...onEverything, Action: 's3:Get*' },
    matching: { action: 's3:GetObject' },
    other: { action: 's3:PutObject' },
  },
  {
    kind: 'resource',
    statement: { ...onEverything, Resource: [ruleArn, bucketArn] },
    matching: { resource: bucketArn },
    other: { resource: `${bucketArn}/key` },
  },
  {
    kind: 'resource with wildcard',
    statement: { ...onEverything, Resource: `${bucketArn}/a/*` },
    matching: { resource: `${bucketArn}/a/b/c` },
    other: { resource: `${bucketArn}/b/a/` },
  },
  {
    kind: 'everything except resource',
    statement: {
      ...onEverything,
      Resource: undefined,
      NotResource: [`${bucketArn}/a/*`, `${bucketArn}/b/*`],
    },
    matching: { resource: `${bucketArn}/c/1` },
    other: { resource: `${bucketArn}/b/1` },
  },
  condition('ArnEquals', 'aws:SourceArn', ruleArn, ruleArn, `${ruleArn}s`),
  condition(
    'ArnLike',
    'aws:SourceArn',
    'arn:aws:events:*:*:rule/*',
    ruleArn,
    'arn:aws:events:eu:0:bus:rule/x',
  ),
  condition('Bool', 'aws:SecureTransport', 'false', 'false', 'true'),
  condition('NumericLessThan', 's3:TlsVersion', 1.2, '1.1', '1.2'),
  condition('NumericLessThan', 's3:object-lock-remaining-retention-days', '10', '9', '10'),
  condition('StringEquals', 'aws:SourceAccount', ['1', '2'], '2', '3'),
  condition('StringEquals', 'AWS:SourceArn', ruleArn, ruleArn, ruleArn.toUpperCase()),
  condition('StringLike', 'events:ManagedBy', '*.amazonaws.com', 'x.amazonaws.com', 'x.example.com'),
  condition(
    'StringLike',
    'kms:ViaService',
    's3.*.amazonaws.com',
    's3.eu-1.amazonaws.com',
    'sqs.eu-1.amazonaws.com',
  ),
  condition('StringNotEquals', 's3:object-lock-mode', 'GOVERNANCE', 'COMPLIANCE', 'GOVERNANCE'),
  principal('Service', { Service: 'events.amazonaws.com' }, serviceNamed('events.amazonaws.com'), role),
  principal('role', { AWS: role.roleArn }, role, serviceNamed('events.amazonaws.com')),
];

/** Kinds whose meaning needs more than one statement: tests of their own evaluate them. */
export const otherKinds: readonly string[] = ['allow', 'deny', 'principal everybody', 'principal account'];

/** The kinds of which a statement is made. */
export function kindsOf(statement: StatementDocument): readonly string[] {
  const { Effect, Action, Resource = [], NotResource = [], Condition, Principal } = statement;
  const withWildcard = (what: string, values: readonly string[]) =>
    values.map((value) => (/[*?]/.test(value) ? `${what} with wildcard` : what));
  return [
    Effect.toLowerCase(),
    ...withWildcard('action', Action),
    ...withWildcard('resource', Resource),
    ...NotResource.map(() => 'everything except resource'),
    ...Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.keys(keys).map((key) => `condition ${operator} ${key.toLowerCase()}`),
    ),
    ...(Principal?.Service ?? []).map(() => 'principal Service'),
    ...(Principal?.AWS ?? []).map((name) => {
      if (name === '*') return 'principal everybody';
      return /:role\//.test(name) ? 'principal role' : 'principal account';
    }),
  ];
}
