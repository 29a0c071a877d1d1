import type { routes } from '../../functions/services/routes.ts';
import type { Samples } from './sample.ts';
import { productUlid } from './services-world.ts';
import { idOf, ownOperator } from './world.ts';

const params = { id: idOf(ownOperator, productUlid) };

/** A sample of every route about services. */
export const serviceSamples: Samples<typeof routes> = {
  listProduct: {
    as: 'technical',
    query: { status: 'active,suspended', placeName: 'Бутлерова', limit: '20' },
  },
  readProduct: { as: 'technical', params, headers: { 'accept-language': 'en' } },
  transitionProduct: {
    as: 'manager',
    params,
    headers: { 'if-match': '"1"' },
    body: { state: 'suspended', reason: 'Задолженность за два месяца' },
  },
  listProductHistory: { as: 'support', params, query: { limit: '10' } },
};
