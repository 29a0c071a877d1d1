import { beforeEach, describe, expect, it } from 'vitest';
import { applicationSecretHeader } from '../../shared/auth/applicant.ts';
import { carrierRoles, operatorRoles, type Role } from '../../shared/auth/roles.ts';
import { isSignedIn, isWrite, rolesOf } from '../../shared/http/route.ts';
import { operations } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import { ownOperator, personOf, suspendedOperator, unknownOperator } from '../samples/world.ts';
import { codeOf, refusalOf } from './answers.ts';
import { requestOf } from './request.ts';
import type { Setting } from './setting.ts';

const roles: readonly Role[] = [...operatorRoles, ...carrierRoles];

/** Groups that give no access, with the error that their owner gets. */
const misfits: readonly (readonly [string, readonly string[]])[] = [
  ['noGroup', []],
  ['noGroup', ['readers', 'administrators', 'Manager']],
  ['roleWithoutOperator', ['technical']],
  ['noRole', [`operator-${ownOperator}`]],
  ['severalOperators', [`operator-${ownOperator}`, 'operator-volgaline', 'technical']],
  ['operatorAndCarrier', [`operator-${ownOperator}`, 'administrator', 'manager']],
  ['operatorAndCarrier', [`operator-${ownOperator}`, 'support']],
  ['operatorAndCarrier', ['technical', 'carrier-administrator']],
  ['unknownOperator', [`operator-${unknownOperator}`, 'technical']],
  ['unknownOperator', ['operator-', 'technical']],
  ['unknownOperator', [`operator-${ownOperator}#`, 'technical']],
];

/** Access rights: every route, called with every role. */
export function describeAccess(setting: () => Setting): void {
  const guarded = operations.filter(({ route }) => isSignedIn(route));
  const open = operations.filter(({ route }) => route.access === 'public');

  beforeEach(() => setting().restore());

  describe.each(guarded)('$capability $routeId', (operation) => {
    const { route } = operation;
    const allowed = rolesOf(route);

    it('refuses callers with no membership, or several, with the matching code', async () => {
      for (const [code, groups] of misfits) {
        const person = { sub: 'misfit', groups };
        const answer = await setting().send(person, operation, requestOf(operation));
        expect([groups, codeOf(answer)]).toEqual([groups, `403 ${code}`]);
      }
    });

    it('refuses every role that it does not name, before it looks at the request', async () => {
      for (const role of roles.filter((candidate) => !allowed.includes(candidate))) {
        for (const body of [sampleOf(operation).body, '{']) {
          const answer = await setting().send(personOf(role), operation, requestOf(operation, { body }));
          expect([role, codeOf(answer)]).toEqual([role, '403 roleNotAllowed']);
        }
      }
    });

    it('refuses no role that it names', async () => {
      for (const role of allowed) {
        await setting().restore();
        const answer = await setting().send(personOf(role), operation, requestOf(operation));
        expect([role, answer.status]).not.toEqual([role, 403]);
        expect(answer.status).toBeLessThan(500);
      }
      const { as } = sampleOf(operation);
      expect(allowed).toContain(as);
    });

    it('lets the people of a suspended operator read, and write only where its contract says so', async () => {
      for (const role of operatorRoles.filter((candidate) => allowed.includes(candidate))) {
        const person = { sub: `suspended-${role}`, groups: [`operator-${suspendedOperator}`, role] };
        const code = codeOf(await setting().send(person, operation, requestOf(operation)));
        if (isWrite(route) && route.allowedWhileSuspended !== true)
          expect(code).toBe('403 operatorSuspended');
        else expect(code).not.toMatch(/^(403|5)/);
      }
    });
  });

  it('lets the people of a suspended operator object and remove accounts, and decide nothing else', () => {
    const writes = operations
      .filter(({ route }) => isWrite(route) && operatorRoles.some((role) => rolesOf(route).includes(role)))
      .map(({ route, routeId }) => [routeId, route.allowedWhileSuspended === true ? 'allowed' : 'refused']);
    expect(Object.fromEntries(writes)).toEqual({
      acceptRules: 'allowed',
      changeMe: 'allowed',
      createProductOrderNote: 'allowed',
      // An account that was taken over can be removed at any time.
      removePerson: 'allowed',
      revokeMachineAccount: 'allowed',
      changePerson: 'refused',
      changeProductOrder: 'refused',
      createCancelProductOrder: 'refused',
      createMachineAccount: 'refused',
      createOrderAttachment: 'refused',
      createProductOrder: 'refused',
      invitePerson: 'refused',
      invitePersonAgain: 'refused',
      removeOrderAttachment: 'refused',
      renewOrderAttachment: 'refused',
      transitionProductOrder: 'refused',
    });
  });

  it.runIf(open.length > 0).each(open)('$capability $routeId answers every caller', async (operation) => {
    for (const person of [undefined, { sub: 'misfit', groups: [] }, personOf('technical')]) {
      const answer = await setting().send(person, operation, requestOf(operation));
      expect(answer.status).toBe(operation.route.success.status);
    }
  });

  const ofApplicants = operations.filter(({ route }) => route.access === 'applicant');

  describe.runIf(ofApplicants.length > 0).each(ofApplicants)('$capability $routeId', (operation) => {
    const name = applicationSecretHeader.toLowerCase();

    it('requires the secret of the application, also from signed-in callers', async () => {
      for (const secret of [undefined, '', 'short', 'é'.repeat(43)]) {
        const headers = Object.fromEntries(
          Object.entries(sampleOf(operation).headers ?? {}).filter(([header]) => header !== name),
        );
        const request = requestOf(operation, {
          headers: secret === undefined ? headers : { ...headers, [name]: secret },
        });
        const refusal = refusalOf(await setting().send(personOf('manager'), operation, request));
        expect(refusal.problem?.map(({ pointer }) => pointer)).toEqual([`${applicationSecretHeader}:`]);
      }
    });

    it.runIf(operation.route.params !== undefined)(
      'answers another application’s secret like a missing application',
      async () => {
        const headers = { ...sampleOf(operation).headers, [name]: 'A'.repeat(43) };
        expect(codeOf(await setting().send(undefined, operation, requestOf(operation, { headers })))).toBe(
          '404 notFound',
        );
      },
    );
  });
}
