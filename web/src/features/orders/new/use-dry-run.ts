import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BuiltOrder } from './build-order.ts';
import { validationQuery } from './validation-query.ts';

/** How long nothing has to be typed before the cabinet is asked, in milliseconds. */
const pause = 500;

/**
 * Asks the cabinet, as one types, what the order would come to and what is wrong with it.
 *
 * @param isRead whether everything is there that the request is built from
 */
export function useDryRun(built: BuiltOrder, isRead: boolean) {
  const [settled] = useDebouncedValue(isRead ? built : undefined, pause);
  return useQuery({
    ...validationQuery(settled ?? built),
    // Until the answer is there, the one before stands.
    placeholderData: keepPreviousData,
    enabled: settled !== undefined,
  });
}
