/** Steps of the form, in their order. */
export const steps = ['company', 'people', 'package', 'sending'] as const;

export type Step = (typeof steps)[number];

/** The step on which a problem can be fixed. */
export function stepOf(pointer: string): Step {
  if (pointer.startsWith('/package')) return 'package';
  return pointer.startsWith('/contact') || pointer.startsWith('/users') ? 'people' : 'company';
}
