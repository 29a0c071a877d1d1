import { Stack, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { noticesQuery } from '../../entities/notice/notice-queries.ts';
import { NoticesInForce } from './notices-in-force.tsx';
import { LoadingRows } from '../../kit/feedback/loading-rows.tsx';
import { ApplicationsWaiting } from './applications-waiting.tsx';
import { rememberVisit } from './last-visit.ts';
import { OrdersWaiting } from './orders-waiting.tsx';
import { RecentOrders } from './recent-orders.tsx';
import { FirstSteps } from './first-steps.tsx';

/** The home page: what is waiting for the user, what is overdue, and what has changed. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const { data: me } = useSuspenseQuery(meQuery);
  const [lastVisit] = useState(rememberVisit);
  const notices = useQuery(noticesQuery);
  // If loading the notices fails once, the page does not wait for them.
  const noticesKnown = !notices.isLoading || notices.failureCount > 0;
  const worksOnOrders = me.roles.some(
    (role) => role === 'administrator' || role === 'technical' || role === 'manager',
  );
  return (
    <Stack gap="lg">
      <Title order={1}>{me.operator?.name ?? t('title')}</Title>
      <NoticesInForce />
      {noticesKnown ? null : <LoadingRows />}
      {/* It is read meanwhile, and shown when nothing can push it down any more. */}
      <Stack gap="lg" display={noticesKnown ? undefined : 'none'}>
        {worksOnOrders ? (
          <>
            <OrdersWaiting side={me.side} lastVisit={lastVisit} />
            {me.roles.includes('manager') ? <ApplicationsWaiting /> : null}
            {me.side === 'operator' ? <RecentOrders lastVisit={lastVisit} /> : null}
          </>
        ) : null}
        <FirstSteps me={me} />
      </Stack>
    </Stack>
  );
}
