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

/** How long nothing has to be typed before what is half written is called wrong, in milliseconds. */
const pause = 500;

interface OrderProblems extends FieldProblems {
  /** What the form itself sees. */
  readonly own: ReadonlyMap<string, string>;
  /** All that is wrong with controls, told or not. */
  readonly all: ReadonlyMap<string, string>;
  /** What belongs to no control. */
  readonly general: readonly string[];
}

/**
 * What is wrong with an order, and how much of that is told: what the person has not come to yet is not called
 * wrong before the order is sent.
 *
 * @param findings what the cabinet found, the latest last
 * @param attempted whether the person has tried to send the order
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
    // What is wrong with the service itself is not for the person to enter.
    const isItem = draft.items.some(({ id }) => itemField(id) === field);
    const told = own.has(field) ? visited && (attempted || settled.has(field)) : visited || isItem;
    return told ? all.get(field) : undefined;
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
