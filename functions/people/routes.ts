import * as z from 'zod';
import { activityActions, activitySubjects } from '../../shared/activity/activity-record.ts';
import { carrierRoles, operatorRoles, operatorRoleSchema } from '../../shared/auth/roles.ts';
import { oneOf, paging } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { carrierPerson } from './carrier-people.ts';
import { machineAccount, machineAccountPath, newMachineAccount } from './machine-resource.ts';
import { person, personPath } from './person-resource.ts';

const administrator = ['administrator'] as const;

/** Cursor of a list that the user pool paginates; its tokens can be this long. */
const poolCursor = z.string().min(1).max(4000).optional();

const roles = z
  .array(operatorRoleSchema)
  .min(1)
  .max(operatorRoles.length)
  .refine((list) => new Set(list).size === list.length, {
    params: { words: { ru: 'Роли не должны повторяться', en: 'Roles must not repeat' } },
  });

/** A person's name, without line breaks or markup, since it goes into mails and lists. */
const personName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[\p{L}\p{M}\p{N} .,'’()-]+$/u);

/** Lower-cased, since Cognito ignores the case of a subject and the table has one key for each. */
const personParams = z.strictObject({ id: z.uuid().toLowerCase() });

const rules = z.strictObject({
  '@type': z.literal('CabinetRules'),
  version: z.string(),
  inForceFrom: z.string(),
  title: z.string(),
  clause: z.array(z.string()),
  /** All versions, oldest first. */
  versions: z.array(z.strictObject({ version: z.string(), inForceFrom: z.string() })),
});

const acceptance = z.strictObject({
  '@type': z.literal('CabinetRulesAcceptance'),
  version: z.string(),
  acceptedAt: z.string(),
});

const activity = z.strictObject({
  '@type': z.literal('CabinetActivity'),
  id: z.string(),
  at: z.string(),
  side: z.enum(['operator', 'carrier']),
  role: z.enum([...operatorRoles, ...carrierRoles]),
  /** Name or e-mail of a colleague; the carrier's people are not named. */
  author: z.string().optional(),
  action: z.enum(activityActions),
  subject: z.strictObject({
    type: z.enum(activitySubjects),
    id: z.string(),
    /** Name or e-mail if the subject is a colleague. */
    name: z.string().optional(),
  }),
  detail: z.string().optional(),
});

export const routes = defineRoutes({
  readRules: {
    method: 'GET',
    path: '/cabinet/v1/rules',
    summary: 'The rules of the service: the version in force, or another one',
    access: 'public',
    query: z.strictObject({ version: z.string().max(20).optional() }),
    success: { status: 200, body: rules },
  },
  acceptRules: {
    method: 'POST',
    path: '/cabinet/v1/rules/acceptance',
    summary: 'Accepts the rules in force',
    access: operatorRoles,
    allowedWhileBlocked: true,
    allowedWhileSuspended: true,
    body: z.strictObject({ version: z.string().max(20) }),
    success: { status: 200, body: acceptance },
  },
  listPerson: {
    method: 'GET',
    path: personPath,
    summary: 'The people of the user’s own operator; up to 60 a page',
    access: administrator,
    query: z.strictObject({ cursor: poolCursor }),
    success: { status: 200, body: z.array(person) },
  },
  readPerson: {
    method: 'GET',
    path: `${personPath}/{id}`,
    summary: 'One colleague, with the roles from the user pool',
    access: administrator,
    params: personParams,
    success: { status: 200, body: person },
  },
  invitePerson: {
    method: 'POST',
    path: personPath,
    summary: 'Invites a colleague, who gets a temporary password by e-mail',
    access: administrator,
    creates: true,
    body: z.strictObject({ email: z.email().max(254).toLowerCase(), name: personName, roles }),
    success: { status: 201, body: person },
  },
  invitePersonAgain: {
    method: 'POST',
    path: `${personPath}/{id}/invitation`,
    summary: 'Resends the invitation of a colleague who has not signed in yet, with a new temporary password',
    access: administrator,
    params: personParams,
    success: { status: 200, body: person },
  },
  changePerson: {
    method: 'PATCH',
    path: `${personPath}/{id}`,
    summary: 'Changes a colleague’s roles, disables or enables the account',
    access: administrator,
    params: personParams,
    body: z.strictObject({ roles: roles.optional(), enabled: z.boolean().optional() }),
    success: { status: 200, body: person },
  },
  removePerson: {
    method: 'DELETE',
    path: `${personPath}/{id}`,
    summary: 'Deletes a colleague’s account',
    access: administrator,
    allowedWhileSuspended: true,
    params: personParams,
    success: { status: 204 },
  },
  listMachineAccount: {
    method: 'GET',
    path: machineAccountPath,
    summary: 'Accounts of the operator’s own systems, newest first',
    access: administrator,
    query: z.strictObject(paging),
    success: { status: 200, body: z.array(machineAccount) },
  },
  createMachineAccount: {
    method: 'POST',
    path: machineAccountPath,
    summary: 'Creates an account for an operator’s own system; only this response has its password',
    access: administrator,
    body: z.strictObject({
      name: personName,
      roles: z
        .array(z.enum(['finance', 'technical']))
        .min(1)
        .max(2),
    }),
    success: { status: 201, body: newMachineAccount },
  },
  revokeMachineAccount: {
    method: 'DELETE',
    path: `${machineAccountPath}/{id}`,
    summary: 'Revokes a machine account at once',
    access: administrator,
    allowedWhileSuspended: true,
    params: z.strictObject({ id: z.string() }),
    success: { status: 204 },
  },
  listCarrierPerson: {
    method: 'GET',
    path: '/cabinet/v1/carrierPerson',
    summary: 'The carrier’s people, role by role; up to 60 a page',
    access: ['carrier-administrator', 'manager'],
    query: z.strictObject({ ...oneOf('role', carrierRoles), cursor: poolCursor }),
    success: { status: 200, body: z.array(carrierPerson) },
  },
  listActivity: {
    method: 'GET',
    path: '/cabinet/v1/activity',
    summary: 'Activity log of the user’s own operator for the last year, newest first',
    access: administrator,
    query: z.strictObject(paging),
    success: { status: 200, body: z.array(activity) },
  },
});
