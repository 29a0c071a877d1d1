import { Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/me.ts';
import { ApplicationsWaiting } from './applications-waiting.tsx';
import { OrdersWaiting } from './orders-waiting.tsx';
import { RecentOrders } from './recent-orders.tsx';
import { FirstSteps } from './first-steps.tsx';

/** What waits for the reader, what is late, and what changed: the page of the morning. */
export default function HomePage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const worksOnOrders = me.roles.some(
    (role) => role === 'administrator' || role === 'technical' || role === 'manager',
  );
  return (
    <Stack gap="lg">
      <Title order={1}>{me.operator?.name ?? t('home.title')}</Title>
      {worksOnOrders ? (
        <>
          <OrdersWaiting side={me.side} />
          {me.roles.includes('manager') ? <ApplicationsWaiting /> : null}
          {me.side === 'operator' ? <RecentOrders /> : null}
        </>
      ) : null}
      <FirstSteps me={me} />
    </Stack>
  );
}
