import type { routes } from '../../functions/operators/routes.ts';
import type { Samples } from './sample.ts';
import { ownOperator } from './world.ts';

/** A sample of every route about operators. */
export const operatorSamples: Samples<typeof routes> = {
  readHealth: {},
  readMe: { as: 'manager', headers: { 'accept-language': 'en' } },
  changeMe: { as: 'support', body: { language: 'en' } },
  readOperator: { as: 'carrier-administrator', params: { id: ownOperator } },
  transitionOperator: {
    as: 'carrier-administrator',
    params: { id: ownOperator },
    body: { status: 'suspended', reason: 'Задолженность за два месяца' },
  },
  assignOperator: {
    as: 'carrier-administrator',
    params: { id: ownOperator },
    body: { managerSub: '1b5c7d10-0000-4000-8000-000000000021' },
  },
  listOperatorHistory: {
    as: 'carrier-administrator',
    params: { id: ownOperator },
    query: { limit: '20' },
  },
  listOrganization: { as: 'manager', query: { limit: '20' } },
  readOrganization: { as: 'finance', params: { id: ownOperator } },
};
