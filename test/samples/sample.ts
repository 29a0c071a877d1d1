import type { Role } from '../../shared/auth/roles.ts';
import type { Routes } from '../../shared/http/route.ts';

/** A request to one route that its function answers with success, in the world of the samples. */
export interface Sample {
  /** Owner of the token; undefined where the route is public. */
  readonly as?: Role;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A sample of every route of a capability: leaving one out does not compile. */
export type Samples<R extends Routes> = { readonly [Id in keyof R]: Sample };
