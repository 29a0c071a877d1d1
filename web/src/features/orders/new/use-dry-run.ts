import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BuiltOrder } from './build-order.ts';
import { validationQuery } from './validation-query.ts';

/** Pause in typing before the API is asked, in milliseconds. */
const pause = 500;

/**
 * Asks the API, while the user types, for the order's totals and problems.
 *
 * @param isRead whether everything that the request is built from is loaded
 */
export function useDryRun(built: BuiltOrder, isRead: boolean) {
  const [settled] = useDebouncedValue(isRead ? built : undefined, pause);
  return useQuery({
    ...validationQuery(settled ?? built),
    // The previous answer is shown until the next one.
    placeholderData: keepPreviousData,
    enabled: settled !== undefined,
  });
}
