import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { AccessDirectory } from '../access/access-directory.ts';
import { CabinetError } from '../errors.ts';
import type { Log } from '../observability/log.ts';
import { languageOf } from '../text.ts';
import { admit } from './admission.ts';
import { callOf, required } from './call.ts';
import { cabinetErrorOf } from './error-mapping.ts';
import type { HttpEvent, HttpResult } from './event.ts';
import type { Operation } from './operations.ts';
import { parseRequest } from './parse-request.ts';
import { refuse } from './respond.ts';
import { isSignedIn } from './route.ts';

/** One layer of the stack. */
export type Layer = MiddlewareObj<HttpEvent, HttpResult>;

/** Finds the route's operation, and refuses requests that bypass the edge. */
export function routing(operations: ReadonlyMap<string, Operation>, originSecret: string): Layer {
  const secret = Buffer.from(originSecret);
  return {
    before: ({ event }) => {
      const operation = operations.get(event.routeKey);
      const given = Buffer.from(event.headers['x-origin-verify'] ?? '');
      // Without the edge there is no firewall in front, so nothing answers there.
      const fromEdge = given.length === secret.length && timingSafeEqual(given, secret);
      if (operation === undefined || !fromEdge) throw new CabinetError('notFound');
      callOf(event).operation = operation;
    },
  };
}

/** Reads who calls, and refuses roles that the route does not name. */
export function authentication(directory: AccessDirectory): Layer {
  return {
    before: async ({ event }) => {
      const call = callOf(event);
      const { route } = required(call.operation);
      if (isSignedIn(route)) call.admission = await admit(directory, route, event);
    },
  };
}

/** Parses every part of the request. */
export function parsing(clock: () => Date): Layer {
  return {
    before: ({ event }) => {
      const call = callOf(event);
      const { id, route } = required(call.operation);
      call.parsed = parseRequest(id, route, event, call.admission?.scope, clock());
    },
  };
}

/** Turns whatever was thrown into an answer. */
export function errorMapping(log: Log): Layer {
  return {
    onError: (request) => {
      const error = cabinetErrorOf(request.error, callOf(request.event).operation?.id ?? 'unknown', log);
      request.response = refuse(error, languageOf(request.event.headers['accept-language']));
    },
  };
}
