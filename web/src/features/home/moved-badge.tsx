import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../entities/order/order-queries.ts';
import { lastMoveOf } from './last-move.ts';

/** Marks an order that has changed since the last visit; nothing at the first visit. */
export function MovedBadge({ order, lastVisit }: { order: Order; lastVisit: string | undefined }) {
  const { t } = useTranslation('home');
  if (lastVisit === undefined || lastMoveOf(order) <= lastVisit) return null;
  return (
    <Badge size="sm" variant="filled" tt="none">
      {t('new')}
    </Badge>
  );
}
