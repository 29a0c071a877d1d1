import i18next from 'i18next';

/** How urgent an order is, the most urgent first: TMF622 counts from 0, and takes 4 where nothing is said. */
export const priorities = ['0', '1', '2', '3', '4'] as const;

type Priority = (typeof priorities)[number];

/** What an order has that says nothing. */
export const usualPriority: Priority = '4';

/** A priority in words; none for one that has none. */
export function priorityInWords(value: string): string | undefined {
  const known = priorities.find((priority) => priority === value);
  return known === undefined ? undefined : i18next.t(`order.priorities.${known}`);
}

/** A priority in words where it is worth telling. */
export function notablePriority(value: string): string | undefined {
  return value === usualPriority ? undefined : priorityInWords(value);
}
