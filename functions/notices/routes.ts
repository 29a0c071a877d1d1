import * as z from 'zod';
import { carrierRoles, operatorRoles } from '../../shared/auth/roles.ts';
import { paging } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { managedNotice, notice, noticeInput, noticePatch, noticePath } from './notice-resource.ts';

const everyRole = [...operatorRoles, ...carrierRoles] as const;
const keepers = ['carrier-administrator'] as const;

/** An id is a ULID: nothing else can stand here. */
const params = z.strictObject({ id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/) });

export const routes = defineRoutes({
  listNotice: {
    method: 'GET',
    path: noticePath,
    summary: 'The carrier’s notices that are in force, important ones first, then the newest; 20 at most',
    access: everyRole,
    success: { status: 200, body: z.array(notice) },
  },
  listManagedNotice: {
    method: 'GET',
    path: `${noticePath}/managed`,
    summary: 'All notices, those that end last first, until a year after their end',
    access: keepers,
    query: z.strictObject(paging),
    success: { status: 200, body: z.array(managedNotice) },
  },
  readNotice: {
    method: 'GET',
    path: `${noticePath}/{id}`,
    summary: 'One notice, in both languages',
    access: keepers,
    params,
    success: { status: 200, body: managedNotice },
  },
  createNotice: {
    method: 'POST',
    path: noticePath,
    summary: 'Makes a notice for everybody, for 90 days at most',
    access: keepers,
    body: noticeInput,
    success: { status: 201, body: managedNotice },
    creates: true,
  },
  changeNotice: {
    method: 'PATCH',
    path: `${noticePath}/{id}`,
    summary: 'Changes a notice that is not over, by JSON Merge Patch: whoever put it away is shown it again',
    access: keepers,
    params,
    body: noticePatch,
    success: { status: 200, body: managedNotice },
    conditional: true,
  },
  withdrawNotice: {
    method: 'POST',
    path: `${noticePath}/{id}/withdrawal`,
    summary: 'Takes a notice back before its end',
    access: keepers,
    params,
    success: { status: 200, body: managedNotice },
    conditional: true,
  },
});
