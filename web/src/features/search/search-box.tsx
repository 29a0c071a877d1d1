import '@mantine/spotlight/styles.css';
import { Loader } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconBuildingSkyscraper } from '../../kit/icons/building-skyscraper.ts';
import { IconListDetails } from '../../kit/icons/list-details.ts';
import { IconSearch } from '../../kit/icons/search.ts';
import { IconServer2 } from '../../kit/icons/server-2.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { orderNumber } from '../../entities/order/order-number.ts';
import { isKnownState, StateBadge } from '../../entities/state/state-badge.tsx';
import { pagesOf } from './pages-of.ts';
import { useFinds } from './use-finds.ts';

const [store, { open }] = createSpotlight();

/** Opens the search box from any page. */
export const openSearch = open;

/** One box for pages, orders and services. */
export default function SearchBox() {
  const { t } = useTranslation('search');
  const { data: me } = useSuspenseQuery(meQuery);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  // Opened after mounting, it remembers the focus and restores it.
  useEffect(open, []);
  const { orders, services, operators, failed, searching, needsOperator } = useFinds(typed);
  const pages = pagesOf(me, typed);
  const nothing = orders.length + services.length + operators.length + pages.length === 0;
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight={480}
      aria-label={t('nav.search')}
    >
      <Spotlight.Search
        aria-label={t('what')}
        placeholder={t('what')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          searching ? <Loader size={16} role="status" aria-label={t('feedback.loading')} /> : null
        }
      />
      <Spotlight.ActionsList>
        {orders.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('nav.orders')}>
            {orders.map(({ id, name, action, externalId, state }) => (
              <Spotlight.Action
                key={id}
                label={`${t(`order.action.${action}`)}: ${name}`}
                description={[orderNumber(id), ...(externalId === undefined ? [] : [externalId])].join(' · ')}
                leftSection={<IconListDetails size={20} aria-hidden />}
                rightSection={isKnownState(state) ? <StateBadge state={state} /> : null}
                onClick={() => {
                  void navigate({ to: '/orders/$id', params: { id } });
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {services.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('nav.services')}>
            {services.map(({ id, name, externalId, status }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={externalId ?? ''}
                leftSection={<IconServer2 size={20} aria-hidden />}
                rightSection={isKnownState(status) ? <StateBadge state={status} /> : null}
                onClick={() => {
                  void navigate({ to: '/services/$id', params: { id } });
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {operators.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('nav.portfolio')}>
            {operators.map(({ id, name }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={t('ordersOfOperator')}
                leftSection={<IconBuildingSkyscraper size={20} aria-hidden />}
                onClick={() => {
                  void navigate({ to: '/orders', search: { operatorId: id } });
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('pages')}>
            {pages.map(({ to, label, icon: Icon }) => (
              <Spotlight.Action
                key={label}
                label={label}
                leftSection={<Icon size={20} aria-hidden />}
                onClick={() => {
                  void navigate({ to });
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && !searching ? (
          <Spotlight.Empty>{failed ? t('failed') : t('nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
      {needsOperator ? <Spotlight.Footer>{t('needsOperator')}</Spotlight.Footer> : null}
    </Spotlight.Root>
  );
}
