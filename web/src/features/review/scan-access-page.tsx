import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { showCode } from '../../entities/application/reference-code.ts';
import { formatDateTime } from '../../kit/format/format.ts';
import { endOfMoscowDay, startOfMoscowDay } from '../../kit/format/moscow-day.ts';
import { DayFilter } from '../../kit/list/day-filter.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { PagedList } from '../../kit/list/paged-list.tsx';
import { pagedQuery } from '../../api/paged-query.ts';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import type { ScanAccessSearch } from './scan-access-search.ts';
import { useCalled, useWhoExactly } from '../../entities/carrier-person/who.ts';

const path = '/cabinet/v1/review/scanAccess';
type ScanAccess = Row<typeof path>;

/** The scan access log: who opened which applicant's documents, and when. */
export default function ScanAccessPage() {
  const { t } = useTranslation('review');
  const called = useCalled();
  const search = useSearch({ from: '/cabinet/scan-access' });
  const navigate = useNavigate({ from: '/scan-access' });
  const who = useWhoExactly();
  const choose = (change: { readonly [K in keyof ScanAccessSearch]?: ScanAccessSearch[K] | undefined }) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={1}>{t('nav.scanAccess')}</Title>
        <Text c="dimmed">{t('scanAccess.text')}</Text>
      </Stack>
      <FilterBar
        filtered={filtered}
        onReset={() => {
          void navigate({ search: {}, replace: true });
        }}
      >
        <DayFilter
          label={t('scanAccess.from')}
          value={search.from}
          onChange={(from) => {
            choose({ from });
          }}
        />
        <DayFilter
          label={t('scanAccess.to')}
          value={search.to}
          onChange={(to) => {
            choose({ to });
          }}
        />
      </FilterBar>
      {search.by === undefined ? null : (
        <Text size="sm">{t('scanAccess.onlyBy', { who: called(search.by) })}</Text>
      )}
      <PagedList
        label={t('nav.scanAccess')}
        query={scanAccessQuery(search)}
        keyOf={({ id }) => id}
        empty={
          filtered ? (
            <EmptyState title={t('list.nothingTitle')} text={t('list.nothingText')} />
          ) : (
            <EmptyState title={t('scanAccess.emptyTitle')} text={t('scanAccess.emptyText')} />
          )
        }
        columns={[
          { id: 'at', title: t('column.at'), width: '200px', render: ({ at }) => formatDateTime(at) },
          {
            id: 'by',
            title: t('column.by'),
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
            title: t('scanAccess.scan'),
            width: 'minmax(0, 1fr)',
            render: ({ scanKind }) => t(`scanKind.${scanKind}`),
          },
          {
            id: 'application',
            title: t('scanAccess.application'),
            width: 'minmax(0, 1fr)',
            render: ({ applicationId }) => showCode(applicationId),
          },
        ]}
      />
    </Stack>
  );
}

function scanAccessQuery({ from, to, by }: ScanAccessSearch) {
  return {
    ...pagedQuery<ScanAccess>(['scanAccess', { from, to, by }], (cursor) =>
      api.GET(path, {
        params: {
          query: omitUndefined({
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
