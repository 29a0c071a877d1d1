import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { offeringQuery } from '../../entities/offering/catalog-queries.ts';
import { formatDateTime } from '../../kit/format/format.ts';
import { HistoryTimeline } from '../../kit/list/history-timeline.tsx';
import { isKnownState } from '../../entities/state/state-badge.tsx';
import { describeChange } from './describe-change.ts';
import { type OrderEvent, orderHistoryQuery, type OrderItem } from '../../entities/order/order-queries.ts';

/** History of an order: who, when, why, with old and new values. */
export function OrderHistory({ id, items }: { id: string; items: readonly OrderItem[] }) {
  const { t } = useTranslation('orders');
  const offeringIds = [...new Set(items.map(({ productOffering }) => productOffering.id))];
  // Labels of the characteristics; without them the codes are shown.
  const offerings = useQueries({ queries: offeringIds.map(offeringQuery) });

  function linesOf({ item = [], change = [] }: OrderEvent) {
    const itemOf = (itemId: string | undefined) => items.find((candidate) => candidate.id === itemId);
    const prefix = (itemId: string | undefined) => {
      const name = itemOf(itemId)?.product.name ?? itemId;
      return items.length > 1 && name !== undefined ? `${name}: ` : '';
    };
    const state = (value: string | undefined) =>
      value !== undefined && isKnownState(value) ? t(`state.${value}`) : t('submitted');
    const usesOf = (itemId: string | undefined) =>
      offerings.find(({ data }) => data?.id === itemOf(itemId)?.productOffering.id)?.data
        ?.prodSpecCharValueUse ?? [];
    return [
      ...item.map(({ id: itemId, from, to }) => ({
        key: `${itemId} state`,
        text: `${prefix(itemId)}${from === undefined ? '' : `${state(from)} → `}${state(to)}`,
      })),
      ...change.map((changed) => ({
        key: `${changed.itemId ?? ''} ${changed.attribute}`,
        text: `${prefix(changed.itemId)}${describeChange(changed, usesOf(changed.itemId), t)}`,
      })),
    ];
  }

  return (
    <HistoryTimeline
      query={orderHistoryQuery(id)}
      look={(event) => ({
        title: event.author,
        when: formatDateTime(event.date),
        reason: event.reason,
        lines: linesOf(event),
      })}
    />
  );
}
