import type { FieldChange } from './field-change.ts';

/*
 * What histories record of changed values. A history lives as long as its resource and is never edited, so it must not
 * contain personal data. Fields that are not listed here are masked: only that they changed is recorded.
 */

/** Stands for a value, or a part of it, that is not recorded. */
export const mask = '***';

/** Fields whose values are recorded: states, dates, references, and what public registers say of a company. */
const recordedFields: ReadonlySet<string> = new Set([
  'state',
  'status',
  'priority',
  'externalId',
  'requestedStartDate',
  'requestedCompletionDate',
  'expectedCompletionDate',
  'managerSub',
  'name',
  'tradingName',
  'organizationIdentification',
  'partyRole',
  'account',
  'agreement',
  'rulesVersion',
]);

/** Groups of fields whose values are recorded, by the beginning of their names. */
const recordedGroups = ['productCharacteristic.', 'checkList.'] as const;

/** Free text: recorded without e-mail addresses and without numbers as long as those of telephones and passports. */
const textFields: ReadonlySet<string> = new Set(['description', 'category', 'place']);

const emailAddress = /[^\s@<>(),;:"]+@[^\s@<>(),;:"]+/gu;
/** Ten digits or more, with separators between them: spaces, brackets, dots, any dash, and a passport's number sign. */
const longNumber = /\+?\d(?:[\s().№\p{Pd}]{0,3}\d){9,}/gu;

/** A change as it may be recorded. */
export function masked({ item, field, before, after }: FieldChange): FieldChange {
  const recorded = (value: string | undefined) => (value === undefined ? undefined : maskValue(field, value));
  return { item, field, before: recorded(before), after: recorded(after) };
}

function maskValue(field: string, value: string): string {
  if (textFields.has(field)) return value.replaceAll(emailAddress, mask).replaceAll(longNumber, mask);
  const isRecorded = recordedFields.has(field) || recordedGroups.some((group) => field.startsWith(group));
  return isRecorded ? value : mask;
}
