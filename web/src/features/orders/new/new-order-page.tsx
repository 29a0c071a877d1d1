import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '../../../kit/icons/lock.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../entities/me/me.ts';
import { Loading } from '../../../kit/feedback/loading.tsx';
import { ErrorState } from '../../../kit/feedback/error-state.tsx';
import { StateMessage } from '../../../kit/feedback/state-message.tsx';
import { mayOrder } from '../../../entities/me/may-order.ts';
import { orderNumber } from '../../../entities/order/order-number.ts';
import { orderQuery } from '../../../entities/order/order-queries.ts';
import { draftOwnerQuery } from './draft-owner.ts';
import { discardOldDrafts, draftKey } from './draft-storage.ts';
import type { NewOrderSearch } from './new-order-search.ts';
import { OrderForm } from './order-form.tsx';
import { startDraft } from './start-draft.ts';

/** Page of a new order: for an offering, for a service to change or disconnect, or a copy of an earlier one. */
export default function NewOrderPage() {
  const { t } = useTranslation('newOrder');
  const { data: me } = useSuspenseQuery(meQuery);
  const search = useSearch({ from: '/cabinet/orders/new' });
  useEffect(() => {
    discardOldDrafts(localStorage, new Date());
  }, []);
  if (!mayOrder(me))
    return (
      <StateMessage
        icon={<IconLock />}
        title={t('feedback.forbiddenTitle')}
        text={t(me.suspended ? 'suspended.noOrders' : 'feedback.forbiddenText')}
      />
    );
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Anchor component={Link} to="/orders" size="sm">
          {t('nav.orders')}
        </Anchor>
        <Title order={1}>{t(titleOf(search))}</Title>
        {search.copy === undefined ? null : (
          <Text c="dimmed">{t('copyOf', { number: orderNumber(search.copy) })}</Text>
        )}
      </Stack>
      <Start search={search} />
    </Stack>
  );
}

/** The form, once its draft and its initial contents are known. */
function Start({ search }: { search: NewOrderSearch }) {
  const owner = useQuery(draftOwnerQuery);
  const copied = useQuery({
    ...orderQuery(search.copy ?? ''),
    enabled: search.copy !== undefined,
    refetchInterval: false,
  });
  // Starting over mounts a new form.
  const [round, setRound] = useState(0);
  if (copied.error !== null && copied.data === undefined)
    return (
      <ErrorState
        error={copied.error}
        onRetry={() => {
          void copied.refetch();
        }}
      />
    );
  if (owner.data === undefined || (search.copy !== undefined && copied.data === undefined))
    return <Loading />;
  const key = draftKey(owner.data, search);
  return (
    <OrderForm
      key={`${key} ${round}`}
      draftKey={key}
      begin={() => startDraft(search, copied.data?.order, crypto.randomUUID())}
      onDiscard={() => {
        setRound(round + 1);
      }}
    />
  );
}

function titleOf({ modify, disconnect }: NewOrderSearch) {
  if (modify !== undefined) return 'titleChange';
  return disconnect === undefined ? 'title' : 'titleDisconnection';
}
