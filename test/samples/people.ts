import type { routes } from '../../functions/people/routes.ts';
import { invitedSub } from './accounts-world.ts';
import { machineUlid } from './people-world.ts';
import type { Samples } from './sample.ts';
import { idOf, ownOperator, personOf } from './world.ts';

const technical = { id: personOf('technical').sub };

/** A sample of every route about an operator's own people. */
export const peopleSamples: Samples<typeof routes> = {
  readRules: { query: { version: '1' }, headers: { 'accept-language': 'en' } },
  acceptRules: {
    as: 'technical',
    headers: { 'x-viewer-address': '192.0.2.7' },
    body: { version: '2' },
  },
  listPerson: { as: 'administrator' },
  readPerson: { as: 'administrator', params: technical },
  invitePerson: {
    as: 'administrator',
    headers: { 'idempotency-key': '0b1c2d3e-0000-4000-8000-000000000009' },
    body: { email: 'novikova@severtelecom.example', name: 'Мария Новикова', roles: ['finance'] },
  },
  invitePersonAgain: { as: 'administrator', params: { id: invitedSub } },
  changePerson: { as: 'administrator', params: technical, body: { roles: ['technical', 'finance'] } },
  removePerson: { as: 'administrator', params: technical },
  listMachineAccount: { as: 'administrator', query: { limit: '20' } },
  createMachineAccount: { as: 'administrator', body: { name: 'OSS', roles: ['technical'] } },
  revokeMachineAccount: { as: 'administrator', params: { id: idOf(ownOperator, machineUlid) } },
  listCarrierPerson: { as: 'carrier-administrator', query: { role: 'manager' } },
  listActivity: { as: 'administrator', query: { limit: '20' } },
};
