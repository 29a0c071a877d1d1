import type * as z from 'zod';
import type { Role } from '../auth/roles.ts';
import type { ApplicantScope, PublicScope, ScopeOfRole } from '../auth/scope.ts';
import type { Language } from '../text.ts';
import type { Creation } from '../table/creation.ts';

/** Who may call a route: anyone, the holder of an application's secret, or users with one of the listed roles. */
type Access = 'public' | 'applicant' | readonly [Role, ...Role[]];

/**
 * The contract of one operation. From it come the route of the HTTP API, the dispatch, `openapi.json`, the web
 * client's types and the security tests. Holds no SDK, no environment, no behaviour.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** One sentence for the reference page. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly success: {
    readonly status: 200 | 201 | 202 | 204;
    readonly body?: z.ZodType;
    /** The answer is a file of this type, small enough to pass through the function. */
    readonly file?: 'application/pdf';
  };
  /**
   * A creating POST: takes an `Idempotency-Key`. A schema says which part of the reply is stored under the key, if the
   * reply has more, such as an upload URL that expires.
   */
  readonly creates?: true | z.ZodType;
  /** Takes `If-Match`, and answers 412 if it is stale. */
  readonly conditional?: true;
  /** Changes something. Default: every method but GET. */
  readonly writes?: boolean;
  /**
   * Also open to users who have not accepted the rules or set up the second factor; to users of a closed operator only
   * for reading.
   */
  readonly allowedWhileBlocked?: true;
  /** A write that users of a suspended operator may make all the same; they may always read. */
  readonly allowedWhileSuspended?: true;
  /** Attributes that the `fields` parameter always keeps. */
  readonly fields?: 'andIdentity' | 'exactly';
}

/** The operations of one capability, by id. */
export type Routes = Readonly<Record<string, Route>>;

/** Keeps the literal types of a table of routes, while checking its shape. */
export function defineRoutes<const R extends Routes>(routes: R): R {
  return routes;
}

/** Whether a route changes anything. */
export function isWrite(route: Route): boolean {
  return route.writes ?? route.method !== 'GET';
}

/** Roles that may call a route: none for a public one. */
export function rolesOf({ access }: Pick<Route, 'access'>): readonly Role[] {
  return access === 'public' || access === 'applicant' ? [] : access;
}

/** Whether the gateway asks for an access token before it lets a request through to the route. */
export function isSignedIn(route: Pick<Route, 'access'>): boolean {
  return rolesOf(route).length > 0;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** Scope of a request: what the roles of its route can be. */
type ScopeOf<A extends Access> = A extends readonly (infer R extends Role)[]
  ? ScopeOfRole<R>
  : A extends 'applicant'
    ? ApplicantScope
    : PublicScope;

/** What is remembered of the reply of a route that creates. */
type Remembered<R extends Route> = R['creates'] extends infer S extends z.ZodType
  ? z.output<S>
  : R['success'] extends { readonly body: infer B extends z.ZodType }
    ? z.output<B>
    : never;

/** A request whose every part was parsed by its route's schemas. */
interface Request<R extends Route> {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  readonly scope: ScopeOf<R['access']>;
  /** Language that the caller reads. */
  readonly language: Language;
  /** Language of the texts in the body, if the caller specified it. */
  readonly contentLanguage: Language | undefined;
  /** Id of the request, as the access log and the caller's `Apigw-Requestid` header have it. */
  readonly requestId: string;
  /** Version that `If-Match` names. */
  readonly ifMatch: number | undefined;
  /** Address that the request came from, as the edge saw it: personal data. */
  readonly viewerAddress: string | undefined;
  /** Of a route that creates. */
  readonly creation: R['creates'] extends true | z.ZodType ? Creation<Remembered<R>> : undefined;
}

/** A file as an answer. */
interface FileReply {
  readonly bytes: Uint8Array;
  /** What a person finds it under once it is saved. */
  readonly fileName: string;
}

/** What a handler answers; the status is the route's own. */
export interface Reply<R extends Route> {
  readonly body: R['success'] extends { readonly body: infer B extends z.ZodType }
    ? z.input<B>
    : R['success'] extends { readonly file: string }
      ? FileReply
      : undefined;
  /** Version of the resource, sent as its `ETag`. */
  readonly version?: number;
  /** Address of what was created. */
  readonly location?: string;
  /** Of a list: cursor of the next page, if there is one. */
  readonly next?: string | undefined;
  /** Of a list: total count, if it is known without counting. */
  readonly total?: number | undefined;
}

/** One implementation for every route of a capability: leaving one out does not compile. */
export type Handlers<R extends Routes> = {
  readonly [Id in keyof R]: (request: Request<R[Id]>) => Promise<Reply<R[Id]>>;
};
