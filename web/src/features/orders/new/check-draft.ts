import { problemOfValue } from '../../../../../shared/offering/characteristic-value.ts';
import type { CharacteristicDefinition } from '../../../../../shared/offering/offering-record.ts';
import type { Language } from '../../../../../shared/text.ts';
import type { ItemDraft, OrderDraft } from './draft.ts';
import { characteristicField, itemField, placeField } from './field-names.ts';
import { formPlaces, saidPlaces } from './form-places.ts';
import { formValues, type FormValue } from './form-values.ts';
import { type CharacteristicUse, type References, offeringOf, serviceOf } from './references.ts';

/** Texts of the form for what the catalogue's rules have no message for. */
export interface Wording {
  readonly language: Language;
  readonly required: string;
  readonly placeRequired: string;
  /** The item's service or offering is not loaded: sent like this, the order would lose what was entered. */
  readonly unread: string;
  readonly dateInPast: string;
  readonly endBeforeStart: string;
  /** Text of a unit by its code, in the plural. */
  readonly unit: (code: string) => string;
}

/**
 * Checks a draft by the rules of the API, as far as possible without asking it.
 *
 * @param today day in Moscow, `2026-01-31`
 * @returns messages by the name of the control
 */
export function checkDraft(
  draft: OrderDraft,
  known: References,
  today: string,
  wording: Wording,
): ReadonlyMap<string, string> {
  return new Map([
    ...draft.items.flatMap((item) => problemsOfItem(item, known, wording)),
    ...problemsOfDates(draft, today, wording),
  ]);
}

function problemsOfDates(
  { requestedStartDate: start, requestedCompletionDate: end }: OrderDraft,
  today: string,
  { dateInPast, endBeforeStart }: Wording,
): FieldProblem[] {
  const past = (
    [
      ['requestedStartDate', start],
      ['requestedCompletionDate', end],
    ] as const
  ).flatMap(([field, day]): FieldProblem[] => (day !== '' && day < today ? [[field, dateInPast]] : []));
  const isReversed = start !== '' && end !== '' && end < start;
  return [...(isReversed ? [['requestedCompletionDate', endBeforeStart] as const] : []), ...past];
}

type FieldProblem = readonly [field: string, message: string];

function problemsOfItem(item: ItemDraft, known: References, wording: Wording): FieldProblem[] {
  const offering = offeringOf(item, known);
  const service = serviceOf(item, known);
  const isRead = item.action === 'delete' ? service !== undefined : offering !== undefined;
  if (!isRead) return [[itemField(item.id), wording.unread]];
  const places = [...saidPlaces(item, offering), ...formPlaces(item, offering)];
  const lacksPlace =
    item.action === 'add' &&
    offering?.placeRequired === true &&
    places.every(({ name }) => name.trim() === '');
  return [
    ...formValues(item, offering, service).flatMap((value): FieldProblem[] => {
      const message = problemOf(value, wording);
      return message === undefined ? [] : [[characteristicField(item.id, value.use.name), message]];
    }),
    ...(lacksPlace ? [[placeField(item.id, 0), wording.placeRequired] as const] : []),
  ];
}

function problemOf({ use, value, before, required }: FormValue, wording: Wording): string | undefined {
  if (value === undefined) return required ? wording.required : undefined;
  // Values of an existing service are not checked.
  if (value === before) return undefined;
  return problemOfValue(definitionOf(use, wording), value)?.[wording.language];
}

/** The characteristic as the catalogue stores it, with texts in the language that it was read in. */
function definitionOf(use: CharacteristicUse, wording: Wording): CharacteristicDefinition {
  const { name, label, description = '', valueType, minCardinality, configurable } = use;
  const specifications = use.productSpecCharacteristicValue ?? [];
  const range = specifications.find(({ value }) => value === undefined);
  return {
    name,
    label: { ru: label, en: label },
    description: { ru: description, en: description },
    valueType,
    mandatory: minCardinality > 0,
    configurable,
    choices: specifications.flatMap(({ value, label: words = '', isDefault = false }) =>
      value === undefined ? [] : [{ value, label: { ru: words, en: words }, isDefault }],
    ),
    from: range?.valueFrom,
    to: range?.valueTo,
    unit: range?.unitOfMeasure === undefined ? undefined : wording.unit(range.unitOfMeasure),
    pattern: range?.regex,
  };
}
