import * as z from 'zod';
import { carrierRoles, operatorRoles } from '../../shared/auth/roles.ts';
import { paging, selection } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { organization, organizationPath } from './organization.ts';

const everyRole = [...operatorRoles, ...carrierRoles] as const;

const ofOperators = ['administrator', 'finance', 'technical', 'manager'] as const;

/** Who is signed in, as the pages need to know it. */
const me = z.strictObject({
  '@type': z.literal('CabinetMe'),
  side: z.enum(['operator', 'carrier']),
  roles: z.array(z.enum(everyRole)),
  operator: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  suspended: z.boolean(),
  /** Code that everything else is refused with, until it is settled. */
  hindrance: z.enum(['operatorClosed', 'rulesNotAccepted', 'mfaRequired']).optional(),
});

export const routes = defineRoutes({
  readHealth: {
    method: 'GET',
    path: '/cabinet/v1/health',
    summary: 'Says that the cabinet answers',
    access: 'public',
    success: {
      status: 200,
      body: z.strictObject({ '@type': z.literal('CabinetHealth'), status: z.literal('ok') }),
    },
  },
  readMe: {
    method: 'GET',
    path: '/cabinet/v1/me',
    summary: 'Who is signed in: side, roles, operator',
    access: everyRole,
    beforeRules: true,
    success: { status: 200, body: me },
  },
  listOrganization: {
    method: 'GET',
    path: organizationPath,
    summary: 'The operators that the caller belongs to or serves',
    access: ofOperators,
    query: z.strictObject({ ...paging, ...selection }),
    success: { status: 200, body: z.array(organization) },
  },
  readOrganization: {
    method: 'GET',
    path: `${organizationPath}/{id}`,
    summary: 'One operator',
    access: ofOperators,
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject(selection),
    success: { status: 200, body: organization },
  },
});
