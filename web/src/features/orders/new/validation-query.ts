import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { ApiError, unwrap } from '../../../api/problem.ts';
import { currentLanguage } from '../../../i18n/languages.ts';
import type { BuiltOrder } from './build-order.ts';
import type { Findings } from './server-problems.ts';

type Validation =
  paths['/cabinet/v1/productOrder/validation']['post']['responses'][200]['content']['application/json'];

/** Totals and problems of an order. */
export interface DryRun extends Findings {
  /** Undefined if the request could not be parsed. */
  readonly validation: Validation | undefined;
}

/** Validates and prices an order without placing it. */
export function validationQuery(built: BuiltOrder) {
  return queryOptions({
    queryKey: ['orderValidation', currentLanguage(), JSON.stringify(built.body)],
    queryFn: async ({ signal }): Promise<DryRun> => {
      try {
        const result = await api.POST('/cabinet/v1/productOrder/validation', { body: built.body, signal });
        const validation = unwrap(result);
        return { built, validation, problems: validation.problem };
      } catch (error) {
        if (!(error instanceof ApiError) || error.problems.length === 0) throw error;
        return { built, validation: undefined, problems: error.problems };
      }
    },
    staleTime: 30_000,
    gcTime: 60_000,
  });
}
