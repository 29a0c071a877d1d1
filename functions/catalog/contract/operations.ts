import * as z from 'zod';
import { carrierRoles, operatorRoles } from '../../../shared/auth/roles.ts';
import { selection } from '../../../shared/http/list-query.ts';
import { addressOf, type ResourceName } from './entity.ts';
import { patchOf } from './patch.ts';

/** All signed-in users read the catalogue; the carrier's administrators manage it. */
const readers = [...operatorRoles, ...carrierRoles] as const;
const keepers = ['carrier-administrator'] as const;

/** Parameters from which the operations of one resource are built. */
interface Contract<Resource extends z.ZodType, Input extends z.ZodObject, Query extends z.ZodObject> {
  readonly name: ResourceName;
  /** Its name in summaries, singular and plural. */
  readonly words: readonly [string, string];
  readonly resource: Resource;
  readonly input: Input;
  readonly query: Query;
}

/** An id has a fixed format, so nothing else can be stored. */
const params = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) });

/** The five operations of a resource: all catalogue resources are listed, read and managed the same way. */
export function operationsOf<
  Resource extends z.ZodType,
  Input extends z.ZodObject,
  Query extends z.ZodObject,
>({ name, words: [one, many], resource, input, query }: Contract<Resource, Input, Query>) {
  const path = addressOf(name);
  const item = addressOf(name, '{id}');
  return {
    list: {
      method: 'GET',
      path,
      summary: `Lists ${many}`,
      access: readers,
      query,
      success: { status: 200, body: z.array(resource) },
    },
    read: {
      method: 'GET',
      path: item,
      summary: `Reads ${one}`,
      access: readers,
      params,
      query: z.strictObject(selection),
      success: { status: 200, body: resource },
    },
    create: {
      method: 'POST',
      path,
      summary: `Creates ${one}`,
      access: keepers,
      body: input,
      success: { status: 201, body: resource },
      creates: true,
    },
    change: {
      method: 'PATCH',
      path: item,
      summary: `Changes ${one}, by JSON Merge Patch`,
      access: keepers,
      params,
      body: patchOf(input),
      success: { status: 200, body: resource },
      conditional: true,
    },
    remove: {
      method: 'DELETE',
      path: item,
      summary: `Deletes ${one} that is still in design; others can be retired`,
      access: keepers,
      params,
      success: { status: 204 },
      conditional: true,
    },
  } as const;
}
