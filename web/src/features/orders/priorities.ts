import i18next from 'i18next';

/** Priorities, the most urgent first: TMF622 counts from 0, and 4 is the default. */
export const priorities = ['0', '1', '2', '3', '4'] as const;

type Priority = (typeof priorities)[number];

/** Default priority. */
export const defaultPriority: Priority = '4';

/** Text of a priority; undefined for an unknown one. */
export function priorityInWords(value: string): string | undefined {
  const known = priorities.find((priority) => priority === value);
  return known === undefined ? undefined : i18next.t(`order.priorities.${known}`);
}

/** Text of a priority, if it differs from the default. */
export function notablePriority(value: string): string | undefined {
  return value === defaultPriority ? undefined : priorityInWords(value);
}
