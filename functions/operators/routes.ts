import * as z from 'zod';
import { carrierRoles, operatorRoles } from '../../shared/auth/roles.ts';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { paging, selection } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { operatorEventKinds } from '../../shared/operator/operator-history.ts';
import { operatorStatuses } from '../../shared/operator/operator-status.ts';
import { languages } from '../../shared/text.ts';
import { organization, organizationInput, organizationPatch, organizationPath } from './organization.ts';
import { partyRole, partyRoleInput, partyRolePatch, partyRolePath } from './party-role.ts';

const everyRole = [...operatorRoles, ...carrierRoles] as const;

/** Who reads operators. The carrier's administrator sees all of them, also if an account manager, too. */
const operatorReaders = [
  'administrator',
  'finance',
  'technical',
  'carrier-administrator',
  'manager',
] as const;

/** The signed-in user, as the pages need it. */
const me = z.strictObject({
  '@type': z.literal('CabinetMe'),
  side: z.enum(['operator', 'carrier']),
  roles: z.array(z.enum(everyRole)),
  operator: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  suspended: z.boolean(),
  /** The language that the user chose; absent until then. */
  language: z.enum(languages).optional(),
  /** Error code of all other requests until the cause is resolved. */
  accessBlock: z.enum(['operatorClosed', 'rulesNotAccepted', 'mfaRequired']).optional(),
});

const carrierAdministrator = ['carrier-administrator'] as const;

/** An operator's id in a path. */
const operatorParams = z.strictObject({ id: operatorIdSchema });

/** An operator, as the carrier's administrator sees it. */
const operatorDetails = z.strictObject({
  '@type': z.literal('CabinetOperator'),
  id: z.string(),
  name: z.string(),
  status: z.enum(operatorStatuses),
  managerSub: z.string().optional(),
});

/** A change that the carrier made to an operator. */
export const operatorEvent = z.strictObject({
  '@type': z.literal('CabinetOperatorEvent'),
  id: z.string(),
  /** 1 for the first event of the operator, then one more for every other. */
  sequence: z.int(),
  at: z.string(),
  by: z.string(),
  kind: z.enum(operatorEventKinds),
  from: z.string().optional(),
  to: z.string(),
  reason: z.string().optional(),
  /** Attributes that a change of details wrote. */
  attribute: z.array(z.string()).optional(),
  /** The changed fields; the values of contacts are masked. */
  change: z.array(
    z.strictObject({ field: z.string(), before: z.string().optional(), after: z.string().optional() }),
  ),
});

const assignment = z.strictObject({
  '@type': z.literal('CabinetAssignment'),
  /** Open requests that this call moved to the new queue. */
  moved: z.int(),
  /** `inProgress`: repeat the request, after a minute if nothing was moved. */
  state: z.enum(['inProgress', 'completed']),
});

export const routes = defineRoutes({
  readHealth: {
    method: 'GET',
    path: '/cabinet/v1/health',
    summary: 'Checks that the API is up',
    access: 'public',
    success: {
      status: 200,
      body: z.strictObject({ '@type': z.literal('CabinetHealth'), status: z.literal('ok') }),
    },
  },
  readMe: {
    method: 'GET',
    path: '/cabinet/v1/me',
    summary: 'The signed-in user: side, roles, operator',
    access: everyRole,
    allowedWhileBlocked: true,
    success: { status: 200, body: me },
  },
  changeMe: {
    method: 'PATCH',
    path: '/cabinet/v1/me',
    summary: 'Sets the language of e-mails to the signed-in user',
    access: everyRole,
    allowedWhileBlocked: true,
    allowedWhileSuspended: true,
    body: z.strictObject({ language: z.enum(languages) }),
    success: { status: 200, body: me },
  },
  readOperator: {
    method: 'GET',
    path: '/cabinet/v1/operator/{id}',
    summary: 'An operator: its status and account manager',
    access: carrierAdministrator,
    params: operatorParams,
    success: { status: 200, body: operatorDetails },
  },
  transitionOperator: {
    method: 'POST',
    path: '/cabinet/v1/operator/{id}/transition',
    summary: 'Suspends, resumes, closes or reopens an operator',
    access: carrierAdministrator,
    params: operatorParams,
    body: z.strictObject({ status: z.enum(operatorStatuses), reason: z.string().trim().min(1).max(1000) }),
    success: { status: 200, body: operatorDetails },
  },
  assignOperator: {
    method: 'POST',
    path: '/cabinet/v1/operator/{id}/manager',
    summary: 'Assigns an operator and its open requests to an account manager; repeat until completed',
    access: carrierAdministrator,
    params: operatorParams,
    // Cognito ignores the case of a subject; the portfolio is stored under the lower-case form, as in tokens.
    body: z.strictObject({ managerSub: z.uuid().toLowerCase() }),
    success: { status: 200, body: assignment },
  },
  listOperatorHistory: {
    method: 'GET',
    path: '/cabinet/v1/operator/{id}/history',
    summary: 'The carrier’s changes to an operator, newest first',
    access: carrierAdministrator,
    params: operatorParams,
    query: z.strictObject(paging),
    success: { status: 200, body: z.array(operatorEvent) },
  },
  listOrganization: {
    method: 'GET',
    path: organizationPath,
    summary: 'The operators that the caller belongs to, serves or administers, by id',
    access: operatorReaders,
    query: z.strictObject({ ...paging, ...selection }),
    success: { status: 200, body: z.array(organization) },
  },
  readOrganization: {
    method: 'GET',
    path: `${organizationPath}/{id}`,
    summary: 'One operator',
    access: operatorReaders,
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject(selection),
    success: { status: 200, body: organization },
  },
  createOrganization: {
    method: 'POST',
    path: organizationPath,
    summary: 'Registers an operator and creates its group in the user pool',
    access: carrierAdministrator,
    body: organizationInput,
    success: { status: 201, body: organization },
    creates: true,
  },
  changeOrganization: {
    method: 'PATCH',
    path: `${organizationPath}/{id}`,
    summary: 'Changes an operator’s name, requisites and contacts (JSON Merge Patch)',
    access: carrierAdministrator,
    params: operatorParams,
    body: organizationPatch,
    success: { status: 200, body: organization },
    conditional: true,
  },
  listPartyRole: {
    method: 'GET',
    path: partyRolePath,
    summary: 'The operators as customers: billing accounts, agreements, account manager',
    access: operatorReaders,
    query: z.strictObject({ ...paging, ...selection }),
    success: { status: 200, body: z.array(partyRole) },
  },
  readPartyRole: {
    method: 'GET',
    path: `${partyRolePath}/{id}`,
    summary: 'One operator as a customer',
    access: operatorReaders,
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject(selection),
    success: { status: 200, body: partyRole },
  },
  createPartyRole: {
    method: 'POST',
    path: partyRolePath,
    summary: 'Makes a registered operator a customer, with billing accounts and agreements',
    access: carrierAdministrator,
    body: partyRoleInput,
    success: { status: 201, body: partyRole },
    creates: true,
  },
  changePartyRole: {
    method: 'PATCH',
    path: `${partyRolePath}/{id}`,
    summary: 'Changes an operator’s billing accounts, agreements and contacts (JSON Merge Patch)',
    access: carrierAdministrator,
    params: operatorParams,
    body: partyRolePatch,
    success: { status: 200, body: partyRole },
    conditional: true,
  },
});
