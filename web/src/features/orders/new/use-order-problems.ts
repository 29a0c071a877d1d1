import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moscowToday } from '../../../kit/format/moscow-day.ts';
import { unitInWords } from '../../../kit/format/units.ts';
import { currentLanguage } from '../../../i18n/languages.ts';
import type { BuiltOrder } from './build-order.ts';
import { checkDraft } from './check-draft.ts';
import type { OrderDraft } from './draft.ts';
import type { FieldProblems } from '../../../kit/form/field.tsx';
import { isWithin, itemField } from './field-names.ts';
import type { References } from './references.ts';
import { type Findings, locateProblems, mergeProblems } from './server-problems.ts';

/** Pause in typing before an unfinished value is marked as wrong, in milliseconds. */
const pause = 500;

interface OrderProblems extends FieldProblems {
  /** Problems that the form finds. */
  readonly own: ReadonlyMap<string, string>;
  /** Problems of controls, shown or not. */
  readonly all: ReadonlyMap<string, string>;
  /** Problems without a control. */
  readonly general: readonly string[];
}

/**
 * The problems of an order, and which of them are shown: a control that the user has not reached yet is not marked
 * before the order is sent.
 *
 * @param findings problems from the API, the latest last
 * @param attempted whether the user has tried to send the order
 */
export function useOrderProblems(
  draft: OrderDraft,
  known: References,
  built: BuiltOrder,
  findings: readonly Findings[],
  attempted: boolean,
): OrderProblems {
  const { t } = useTranslation('newOrder');
  const language = currentLanguage();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const own = useMemo(
    () =>
      checkDraft(draft, known, moscowToday(), {
        language,
        required: t('form.required'),
        placeRequired: t('placeRequired'),
        unread: t('unread'),
        dateInPast: t('dateInPast'),
        endBeforeStart: t('endBeforeStart'),
        unit: (code) => unitInWords(code, 0),
      }),
    [draft, known, language, t],
  );
  const [settled] = useDebouncedValue(own, pause);
  const located = findings.map((finding) => locateProblems(finding, built));
  const found = new Map(located.flatMap(({ byField }) => [...byField]));
  const all = mergeProblems(own, found);
  const errorOf = (field: string) => {
    const visited = attempted || [...touched].some((part) => isWithin(part, field));
    // Problems of the service itself cannot be fixed by typing.
    const isItem = draft.items.some(({ id }) => itemField(id) === field);
    const isShown = own.has(field) ? visited && (attempted || settled.has(field)) : visited || isItem;
    return isShown ? all.get(field) : undefined;
  };
  return {
    own,
    all,
    general: [...new Set(located.flatMap(({ general }) => general))],
    errorOf,
    hasErrorWithin: (whole) =>
      [...all.keys()].some((field) => isWithin(field, whole) && errorOf(field) !== undefined),
    touch: (field) => {
      setTouched((before) => (before.has(field) ? before : new Set([...before, field])));
    },
  };
}
