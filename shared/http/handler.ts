import middy from '@middy/core';
import type { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import type { AccessDirectory } from '../access/access-directory.ts';
import { OutsideScope } from '../auth/outside-scope.ts';
import type { Log } from '../observability/log.ts';
import { admit, type Admission } from './admission.ts';
import { callOf, required } from './call.ts';
import type { HttpEvent, HttpResult } from './event.ts';
import { authentication, errorMapping, parsing, routing } from './middleware.ts';
import { observation } from './observation.ts';
import { operationsOf } from './operations.ts';
import { respond } from './respond.ts';
import type { Handlers, Route, Routes } from './route.ts';
import { Creation } from '../table/creation.ts';
import type { IdempotencyRequest } from '../table/idempotency.ts';
import type { Table } from '../table/table.ts';

/** What the function of a capability needs besides its routes and handlers. */
export interface HandlerParts {
  readonly table: Table;
  readonly directory: AccessDirectory;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: () => Date;
  /** Secret that the edge adds to every request. */
  readonly originSecret: string;
  /** Gives the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/** A Lambda handler for the routes of one capability, behind the middleware stack that all of them share. */
export function createHandler<R extends Routes>(routes: R, handlers: Handlers<R>, parts: HandlerParts) {
  const { directory, log, clock } = parts;
  return middy<HttpEvent, HttpResult>()
    .use(observation(parts))
    .use(errorMapping(log))
    .use(routing(operationsOf(routes, handlers), parts.originSecret))
    .use(authentication(directory))
    .use(parsing(clock))
    .handler((event) => answer(event, parts));
}

async function answer(event: HttpEvent, { directory, table }: HandlerParts): Promise<HttpResult> {
  const call = callOf(event);
  const { route, run } = required(call.operation);
  const parsed = required(call.parsed);
  const creation = creationOf(route, table, parsed.idempotency);
  const runAs = async (admission: Admission | undefined) =>
    run({
      ...parsed,
      requestId: event.requestContext.requestId,
      creation,
      scope: admission?.scope ?? parsed.applicant ?? { kind: 'public' },
    });
  const runAdmitted = () =>
    runAs(call.admission).catch(async (error: unknown) => {
      // A portfolio may have grown since it was cached: only what was read just now is refused.
      if (!(error instanceof OutsideScope) || call.admission?.caller.cached !== true) throw error;
      return runAs(await admit(directory, route, event, true));
    });
  const reply = await (creation === undefined ? runAdmitted() : creation.run(runAdmitted));
  return respond(route, reply, event, parsed.language, fieldsOf(parsed.query));
}

/** The creation that a route's request asks for, with the schema of what is remembered of its reply. */
function creationOf(
  { creates, success }: Route,
  table: Table,
  request: IdempotencyRequest | undefined,
): Creation<unknown> | undefined {
  if (creates === undefined) return undefined;
  const schema = creates === true ? success.body : creates;
  if (schema === undefined) throw new Error('A route that creates has a body in its reply');
  return new Creation(table, request, schema);
}

function fieldsOf(query: Record<string, unknown> | undefined): readonly string[] | undefined {
  const fields = query?.['fields'];
  return Array.isArray(fields) ? fields.map(String) : undefined;
}
