import { useTranslation } from 'react-i18next';
import { orderNumber } from '../../entities/order/order-number.ts';
import { AnchorLink } from '../../kit/navigation/links.tsx';
import type { Activity } from './activity-query.ts';

/** The subject of an activity; orders and services have pages. */
export function ActivitySubject({ activity: { subject, detail } }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const { type, id, name } = subject;
  switch (type) {
    case 'productOrder':
      return (
        <AnchorLink to="/orders/$id" params={{ id }} size="sm">
          {t('order.number', { number: orderNumber(id) })}
        </AnchorLink>
      );
    case 'product':
      return (
        <AnchorLink to="/services/$id" params={{ id }} size="sm">
          {t('service', { number: orderNumber(id) })}
        </AnchorLink>
      );
    case 'person':
      return name ?? t('colleague');
    case 'machineAccount':
      return t('machine', { name: detail ?? '' });
    case 'rules':
      return t('rules', { version: id });
    case 'document':
      return name ?? id;
  }
}
