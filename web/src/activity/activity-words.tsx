import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { orderNumber } from '../orders/order-number.ts';
import { roles } from '../people/people-queries.ts';
import { isKnownState } from '../states/state-badge.tsx';
import type { Activity } from './activity-query.ts';

/** Says an activity in the reader's words. */
export function useActivityWords() {
  const { t } = useTranslation();
  return {
    what: ({ action, subject, detail }: Activity) =>
      `${t(`activity.action.${action}`)}: ${nameOf(subject, detail, t)}`,
    who: ({ author, side, role }: Activity) =>
      author ?? (side === 'carrier' ? t('side.carrier') : t(`nav.roles.${role}`)),
    lines: (activity: Activity) => linesOf(activity, t),
  };
}

function nameOf({ type, id, name }: Activity['subject'], detail: string | undefined, t: TFunction) {
  switch (type) {
    case 'productOrder':
      return t('orders.number', { number: orderNumber(id) });
    case 'product':
      return t('activity.service', { number: orderNumber(id) });
    case 'person':
      return name ?? t('activity.somebody');
    case 'machineAccount':
      return detail ?? t('activity.machine');
    case 'rules':
      return t('activity.rules', { version: id });
    case 'document':
      return name ?? id;
  }
}

function linesOf({ action, subject, detail }: Activity, t: TFunction): readonly string[] {
  if (detail === undefined || subject.type === 'machineAccount') return [];
  if (subject.type === 'person')
    return [
      detail
        .split(', ')
        .map((said) => roles.find((role) => role === said))
        .flatMap((role) => (role === undefined ? [] : [t(`nav.roles.${role}`)]))
        .join(', '),
    ];
  if (action === 'stateChanged' && isKnownState(detail)) return [t(`state.${detail}`)];
  return [detail];
}
