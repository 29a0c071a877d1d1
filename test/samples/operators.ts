import type { routes } from '../../functions/operators/routes.ts';
import type { Samples } from './sample.ts';
import { ownOperator } from './world.ts';

/** A sample of every route about operators. */
export const operatorSamples: Samples<typeof routes> = {
  readHealth: {},
  readMe: { as: 'manager', headers: { 'accept-language': 'en' } },
  listOrganization: { as: 'manager', query: { limit: '20' } },
  readOrganization: { as: 'finance', params: { id: ownOperator } },
};
