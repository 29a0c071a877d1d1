import type { routes } from '../../functions/search/routes.ts';
import type { Samples } from './sample.ts';

/** A sample of the one route of the search. */
export const searchSamples: Samples<typeof routes> = {
  search: { as: 'technical', query: { q: 'M9-KZN' } },
};
