import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { paging } from '../http/list-query.ts';
import { attachmentLink } from './attachment-resource.ts';

interface AttachmentContract<
  Path extends `/${string}`,
  Access extends Route['access'],
  Id extends z.ZodType,
  Request extends z.ZodType,
  Shown extends z.ZodType,
  Awaited extends z.ZodType,
> {
  /** Path of an entity's files, with `{id}` for the entity. */
  readonly path: Path;
  readonly access: Access;
  readonly id: Id;
  readonly request: Request;
  readonly attachment: Shown;
  readonly awaited: Awaited;
  /** Whose files they are, for the reference page: `an order`. */
  readonly of: string;
}

/** The operations on the files of an entity. A capability's `routes.ts` names those that it has. */
export function attachmentRoutes<
  const Path extends `/${string}`,
  const Access extends Route['access'],
  Id extends z.ZodType,
  Request extends z.ZodType,
  Shown extends z.ZodType,
  Awaited extends z.ZodType,
>({
  path,
  access,
  id,
  request,
  attachment,
  awaited,
  of,
}: AttachmentContract<Path, Access, Id, Request, Shown, Awaited>) {
  const params = z.strictObject({ id });
  const one = {
    path: `${path}/{attachmentId}`,
    access,
    params: params.extend({ attachmentId: z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/) }),
  } as const;
  return {
    list: {
      method: 'GET',
      path,
      summary: `Lists the files of ${of} with their states, newest first`,
      access,
      params,
      query: z.strictObject(paging),
      success: { status: 200, body: z.array(attachment) },
    },
    add: {
      method: 'POST',
      path,
      summary: `Adds a file to ${of} that is open to changes, and returns its upload URL`,
      access,
      params,
      body: request,
      success: { status: 201, body: awaited },
    },
    renew: {
      method: 'POST',
      ...one,
      summary: 'Renews the upload URL of a file that did not arrive',
      success: { status: 200, body: awaited },
    },
    open: {
      method: 'GET',
      ...one,
      summary: 'Returns a download URL of an accepted file, valid for five minutes; the access is recorded',
      success: { status: 200, body: attachmentLink },
    },
    remove: {
      method: 'DELETE',
      ...one,
      summary: `Removes a file from ${of} that is open to changes`,
      success: { status: 204 },
    },
  } as const;
}
