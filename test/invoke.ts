import { randomUUID } from 'node:crypto';
import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { AccessDirectory } from '../shared/access/access-directory.ts';
import { operatorSortKey } from '../shared/operator/operator-key.ts';
import { portfolioItem, portfolioSortKey } from '../shared/operator/portfolio-record.ts';
import { nameClaim, secondFactorClaim } from '../shared/auth/membership.ts';
import { operatorRoles, type Role } from '../shared/auth/roles.ts';
import type { HttpEvent } from '../shared/http/event.ts';
import { createHandler } from '../shared/http/handler.ts';
import { routeKeyOf } from '../shared/http/operations.ts';
import type { Handlers, Route, Routes } from '../shared/http/route.ts';
import type { Log } from '../shared/observability/log.ts';
import type { OperatorStatus } from '../shared/operator/operator-status.ts';
import { acceptanceSortKey } from '../shared/rules/acceptance-record.ts';
import { type DatedRules, rulesVersions } from '../shared/rules/rules-versions.ts';
import type { Table } from '../shared/table/table.ts';
import { catchUpIndexesOf, type TestTable } from './table.ts';

process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';

/** A signed-in user, as described by the token. */
export interface Person {
  readonly sub: string;
  readonly name?: string;
  readonly groups: readonly string[];
  readonly hasSecondFactor?: boolean;
}

/** What a request carries beside its method and path. */
export interface RequestParts {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text goes as it is. */
  readonly body?: unknown;
}

/** An answer, with the body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // Tests look into bodies of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** Calls one function as the HTTP API does: `call(person, 'GET /path?limit=2', { … })`. */
export type Call = (person: Person | undefined, request: string, parts?: RequestParts) => Promise<Answer>;

const originSecret = 'the-edge';

interface Invocation {
  readonly table: Table;
  /** Where creations are saved, if a test intercepts those calls but not the ones about the caller. */
  readonly creationTable?: Table;
  readonly clock?: () => Date;
  readonly log?: Log;
  /** Whether the carrier's people need a second factor. */
  readonly mfaRequired?: boolean;
  readonly rules?: readonly DatedRules[];
}

/**
 * A capability's function, called in this process with the events that the HTTP API would send. What no route
 * matches is answered 404, as the gateway does.
 */
export function callerOf<R extends Routes>(
  routes: R,
  handlers: Handlers<R>,
  {
    table,
    creationTable = table,
    clock = () => new Date(),
    log = () => undefined,
    mfaRequired = false,
    rules,
  }: Invocation,
): Call {
  const handler = createHandler(routes, handlers, {
    table: creationTable,
    directory: new AccessDirectory(table, clock, { mfaRequired, ...(rules === undefined ? {} : { rules }) }),
    log,
    metrics: new Metrics({ namespace: 'test', serviceName: 'test' }),
    clock,
    originSecret,
    addContext: () => undefined,
  });
  return async (person, request, parts = {}) => {
    const event = httpEvent(routes, person, request, parts);
    if (event === undefined) return { status: 404, headers: {}, body: { message: 'Not Found' } };
    // People read some time after they wrote; what a function reads for a write, it may read at once.
    if (event.requestContext.http.method === 'GET') await catchUpIndexesOf(table);
    const { statusCode = 0, headers = {}, body } = await handler(event, {} as Context);
    return {
      status: statusCode,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: body === undefined ? undefined : (JSON.parse(body) as unknown),
    };
  };
}

/** The event of payload format 2.0 for a request to one of the routes, with the claims that the authorizer adds. */
export function httpEvent(
  routes: Routes,
  person: Person | undefined,
  request: string,
  { query = {}, headers = {}, body }: RequestParts,
): HttpEvent | undefined {
  const [method = '', address = ''] = request.split(' ');
  const url = new URL(address, 'https://cabinet.example.com');
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const matched = Object.values(routes).flatMap((route) => {
    const pathParameters = route.method === method ? pathParametersOf(route, url.pathname) : undefined;
    return pathParameters === undefined ? [] : [{ route, pathParameters }];
  })[0];
  if (matched === undefined) return undefined;
  const routeKey = routeKeyOf(matched.route);
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: {
      'x-origin-verify': originSecret,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(url.search === '' ? {} : { queryStringParameters: Object.fromEntries(url.searchParams) }),
    pathParameters: matched.pathParameters,
    requestContext: {
      accountId: '111122223333',
      apiId: 'cabinet',
      domainName: url.hostname,
      domainPrefix: 'cabinet',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...authorizerOf(person),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}

/** What the JWT authorizer adds, with groups as the text that it makes of a list. */
function authorizerOf(person: Person | undefined): Pick<HttpEvent['requestContext'], 'authorizer'> {
  if (person === undefined) return {};
  const groups = `[${person.groups.join(' ')}]`;
  const secondFactor =
    person.hasSecondFactor === undefined ? {} : { [secondFactorClaim]: String(person.hasSecondFactor) };
  const name = person.name === undefined ? {} : { [nameClaim]: person.name };
  const claims = { sub: person.sub, ...name, 'cognito:groups': groups, ...secondFactor };
  return { authorizer: { jwt: { claims } } };
}

/** Path parameters, percent-decoded as the gateway hands them over; undefined where the path is another route's. */
function pathParametersOf({ path }: Route, actual: string): Record<string, string> | undefined {
  const template = path.split('/');
  const parts = actual.split('/');
  if (template.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const value = parts[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== value : value === '') return undefined;
    if (name !== undefined) parameters[name] = decodeURIComponent(value);
  }
  return parameters;
}

interface OperatorSeed {
  readonly managerSub?: string;
  readonly name?: string;
  readonly status?: OperatorStatus;
}

/** Record of a user who has accepted every version of the rules. */
export function acceptanceItem(sub: string): Readonly<Record<string, unknown>> {
  return {
    pk: `USER#${sub}`,
    sk: acceptanceSortKey,
    schemaVersion: 1,
    version: 1,
    rulesVersion: rulesVersions.at(-1)?.version,
    acceptedAt: '2026-01-01T09:00:00Z',
  };
}

/** Registers an operator, and returns the users that a test needs; they have accepted the rules. */
export async function seedOperator(
  { put }: TestTable,
  operatorId: string,
  { managerSub, name = `Operator ${operatorId}`, status = 'active' }: OperatorSeed = {},
): Promise<(role: Role) => Person> {
  await put({
    pk: `OP#${operatorId}`,
    sk: operatorSortKey,
    schemaVersion: 1,
    version: 1,
    name,
    status,
    managerSub,
  });
  for (const role of operatorRoles) await put(acceptanceItem(`${operatorId}-${role}`));
  return (role) => ({ sub: `${operatorId}-${role}`, groups: [`operator-${operatorId}`, role] });
}

/** Gives an account manager a portfolio. */
export async function seedManager(
  { put }: TestTable,
  sub: string,
  operatorIds: readonly string[],
): Promise<Person> {
  await put({ pk: `USER#${sub}`, sk: portfolioSortKey, ...portfolioItem(operatorIds) });
  return { sub, groups: ['manager'] };
}

/** A user of the carrier who needs no record. */
export function carrierPerson(role: 'support' | 'carrier-administrator'): Person {
  return { sub: role, groups: [role] };
}
