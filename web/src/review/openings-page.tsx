import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { Row } from '../api/contract.ts';
import { given } from '../api/given.ts';
import { showCode } from '../apply/application-secret.ts';
import { formatDateTime } from '../format/format.ts';
import { endOfMoscowDay, startOfMoscowDay } from '../format/moscow-day.ts';
import { DayFilter } from '../list/day-filter.tsx';
import { FilterBar } from '../list/filter-bar.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { pagedQuery } from '../list/paged-query.ts';
import { Empty } from '../states/states.tsx';
import type { OpeningSearch } from './opening-search.ts';
import { useCalled, useWhoExactly } from './who.ts';

const path = '/cabinet/v1/review/opening';
type Opening = Row<typeof path>;

/** Who looked at whose documents, and when: personal data is not looked at unseen. */
export default function OpeningsPage() {
  const { t } = useTranslation();
  const called = useCalled();
  const search = useSearch({ from: '/cabinet/openings' });
  const navigate = useNavigate({ from: '/openings' });
  const who = useWhoExactly();
  const choose = (change: { readonly [K in keyof OpeningSearch]?: OpeningSearch[K] | undefined }) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={1}>{t('nav.openings')}</Title>
        <Text c="dimmed">{t('openings.text')}</Text>
      </Stack>
      <FilterBar
        filtered={filtered}
        onReset={() => {
          void navigate({ search: {}, replace: true });
        }}
      >
        <DayFilter
          label={t('list.from')}
          value={search.from}
          onChange={(from) => {
            choose({ from });
          }}
        />
        <DayFilter
          label={t('list.to')}
          value={search.to}
          onChange={(to) => {
            choose({ to });
          }}
        />
      </FilterBar>
      {search.by === undefined ? null : (
        <Text size="sm">{t('openings.onlyBy', { who: called(search.by) })}</Text>
      )}
      <PagedList
        label={t('nav.openings')}
        query={openingsQuery(search)}
        keyOf={({ id }) => id}
        empty={
          filtered ? (
            <Empty title={t('list.nothingTitle')} text={t('list.nothingText')} />
          ) : (
            <Empty title={t('openings.emptyTitle')} text={t('openings.emptyText')} />
          )
        }
        columns={[
          { id: 'at', title: t('openings.at'), width: '200px', render: ({ at }) => formatDateTime(at) },
          {
            id: 'by',
            title: t('openings.by'),
            width: 'minmax(0, 1fr)',
            render: ({ by }) => (
              <Anchor
                component="button"
                type="button"
                size="sm"
                title={by.id}
                onClick={() => {
                  choose({ by: by.id });
                }}
              >
                {who(by)}
              </Anchor>
            ),
          },
          {
            id: 'scan',
            title: t('openings.scan'),
            width: 'minmax(0, 1fr)',
            render: ({ scanKind }) => t(`review.scanKind.${scanKind}`),
          },
          {
            id: 'application',
            title: t('openings.application'),
            width: 'minmax(0, 1fr)',
            render: ({ applicationId }) => showCode(applicationId),
          },
        ]}
      />
    </Stack>
  );
}

function openingsQuery({ from, to, by }: OpeningSearch) {
  return {
    ...pagedQuery<Opening>(['openings', { from, to, by }], (cursor) =>
      api.GET(path, {
        params: {
          query: given({
            'at.gte': from === undefined ? undefined : startOfMoscowDay(from),
            'at.lte': to === undefined ? undefined : endOfMoscowDay(to),
            by: by === undefined ? undefined : [by],
            limit: 50,
            cursor,
          }),
        },
      }),
    ),
    staleTime: 0,
  };
}
