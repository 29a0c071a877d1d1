import * as z from 'zod';
import { carrierRoles, operatorRoles } from '../../shared/auth/roles.ts';
import { defineRoutes } from '../../shared/http/route.ts';

const everyRole = [...operatorRoles, ...carrierRoles] as const;

/** Who is signed in, as the pages need to know it. */
const me = z.strictObject({
  '@type': z.literal('CabinetMe'),
  side: z.enum(['operator', 'carrier']),
  roles: z.array(z.enum(everyRole)),
  operator: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  suspended: z.boolean(),
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
    success: { status: 200, body: me },
  },
});
