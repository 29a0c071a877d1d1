import * as z from 'zod';
import { carrierRoles, operatorRoles } from '../../shared/auth/roles.ts';
import { paging } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { managedNotice, notice, noticeInput, noticePatch, noticePath } from './notice-resource.ts';

const everyRole = [...operatorRoles, ...carrierRoles] as const;
const keepers = ['carrier-administrator'] as const;

/** An id is a ULID. */
const params = z.strictObject({ id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/) });

export const routes = defineRoutes({
  listNotice: {
    method: 'GET',
    path: noticePath,
    summary: 'Lists the notices in force, important ones first, then the newest; 20 at most',
    access: everyRole,
    success: { status: 200, body: z.array(notice) },
  },
  listManagedNotice: {
    method: 'GET',
    path: `${noticePath}/managed`,
    summary: 'Lists all notices up to a year after their end, the latest end first',
    access: keepers,
    query: z.strictObject(paging),
    success: { status: 200, body: z.array(managedNotice) },
  },
  readNotice: {
    method: 'GET',
    path: `${noticePath}/{id}`,
    summary: 'Reads a notice in both languages',
    access: keepers,
    params,
    success: { status: 200, body: managedNotice },
  },
  createNotice: {
    method: 'POST',
    path: noticePath,
    summary: 'Publishes a notice for all users, for 90 days at most',
    access: keepers,
    body: noticeInput,
    success: { status: 201, body: managedNotice },
    creates: true,
  },
  changeNotice: {
    method: 'PATCH',
    path: `${noticePath}/{id}`,
    summary: 'Changes a notice that has not ended, by JSON Merge Patch; users who dismissed it see it again',
    access: keepers,
    params,
    body: noticePatch,
    success: { status: 200, body: managedNotice },
    conditional: true,
  },
  withdrawNotice: {
    method: 'POST',
    path: `${noticePath}/{id}/withdrawal`,
    summary: 'Withdraws a notice before its end',
    access: keepers,
    params,
    success: { status: 200, body: managedNotice },
    conditional: true,
  },
});
