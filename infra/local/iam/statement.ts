import { UnsupportedError } from '../template/errors.ts';
import type { Caller } from './caller.ts';
import { compileCondition, type RequestContext } from './condition.ts';
import type { StatementDocument } from './policy-document.ts';
import { compileWildcard, type Matches } from './wildcard.ts';

/** An action on a resource: `dynamodb:GetItem` on the ARN of a table, for example. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  /** Values of condition keys by lower-case name, in addition to those of every request. */
  readonly context?: RequestContext | undefined;
}

/** Condition keys of every request. */
const common: RequestContext = {
  // All listeners are on 127.0.0.1: what they receive has not left the machine, so plain HTTP counts as secure.
  'aws:securetransport': 'true',
};

/** A compiled statement. */
export interface Statement {
  readonly effect: StatementDocument['Effect'];
  /** Whether it applies to a principal; a policy of a role has no principals and applies to the role. */
  readonly appliesTo: (caller: Caller) => boolean;
  /** Whether it names the whole account, which leaves the decision to the policies of the account's roles. */
  readonly delegates: boolean;
  readonly coversAction: Matches;
  /** Whether resource and condition match. */
  readonly matches: (request: AccessRequest) => boolean;
}

/** @throws {UnsupportedError} for a part that the local stack does not support */
export function compileStatement(label: string, document: StatementDocument): Statement {
  const { Effect: effect, Principal: principal, Action, Resource, NotResource, Condition } = document;
  try {
    const actions = Action.map((action) => compileWildcard(action.toLowerCase()));
    const covers = compileResources(Resource, NotResource);
    const holds = compileCondition(Condition);
    return {
      effect,
      appliesTo: compilePrincipal(principal),
      delegates: principal?.AWS.some(isAccount) ?? false,
      coversAction: (action) => actions.some((matches) => matches(action.toLowerCase())),
      matches: ({ resource, context }) => covers(resource) && holds({ ...common, ...context }),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const name = document.Sid === undefined ? '' : ` (${document.Sid})`;
    throw new UnsupportedError(
      `${label} has a statement${name} with ${error.message}, which the local stack does not support`,
      { cause: error },
    );
  }
}

function compileResources(
  included: readonly string[] | undefined,
  excluded: readonly string[] | undefined,
): Matches {
  if ((included === undefined) === (excluded === undefined))
    throw new Error('neither or both of Resource and NotResource');
  const patterns = included ?? excluded ?? [];
  const variable = patterns.find((pattern) => pattern.includes('${'));
  if (variable !== undefined) throw new Error(`the policy variable in ${variable}`);
  const matchers = patterns.map(compileWildcard);
  const isIncluded = included !== undefined;
  return (resource) => matchers.some((matches) => matches(resource)) === isIncluded;
}

/** An account or its root user, which stand for everything that the account's own policies allow. */
function isAccount(principal: string): boolean {
  return /^(\d{12}|arn:aws:iam::\d{12}:root)$/.test(principal);
}

function compilePrincipal(principal: StatementDocument['Principal']): Statement['appliesTo'] {
  if (!principal) return () => true;
  const unknown = principal.AWS.find(
    (name) => name !== '*' && !isAccount(name) && !/^arn:aws:(iam|sts)::\d{12}:[\w/+=,.@-]+$/.test(name),
  );
  if (unknown !== undefined) throw new Error(`the principal ${unknown}`);
  const names = new Set(principal.AWS);
  const services = new Set(principal.Service);
  return (caller) => {
    if (names.has('*')) return true;
    if (caller.kind === 'service') return services.has(caller.arn);
    return names.has(caller.arn) || (caller.kind === 'role' && names.has(caller.roleArn));
  };
}
