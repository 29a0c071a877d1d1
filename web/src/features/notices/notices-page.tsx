import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../kit/format/format.ts';
import { currentLanguage } from '../../i18n/languages.ts';
import { PagedList } from '../../kit/list/paged-list.tsx';
import type { Column } from '../../kit/list/resource-list.tsx';
import { useWhoExactly } from '../../entities/carrier-person/who.ts';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { type ManagedNotice, managedNoticesQuery } from '../../entities/notice/notice-queries.ts';
import { NoticeState } from './notice-state.tsx';
import { WithdrawNotice } from './withdraw-notice.tsx';

/** The carrier's notices: in force, planned and expired. */
export default function NoticesPage() {
  const { t } = useTranslation('notices');
  const [making, { open, close }] = useDisclosure();
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Stack gap={4}>
          <Title order={1}>{t('nav.notices')}</Title>
          <Text c="dimmed">{t('pageText')}</Text>
        </Stack>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
          {t('new')}
        </Button>
      </Group>
      <PagedList
        label={t('nav.notices')}
        query={managedNoticesQuery}
        keyOf={({ id }) => id}
        columns={useColumns()}
        empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
      />
      <NoticeDialog opened={making} onClose={close} />
    </Stack>
  );
}

function useColumns(): readonly Column<ManagedNotice>[] {
  const { t } = useTranslation('notices');
  const who = useWhoExactly();
  return [
    {
      id: 'title',
      title: t('title'),
      width: 'minmax(0, 2.4fr)',
      render: ({ title, kind }) => (
        <div>
          <Text size="sm" fw={600}>
            {title[currentLanguage()]}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`notice.kind.${kind}`)}
          </Text>
        </div>
      ),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: '150px',
      render: ({ state }) => <NoticeState state={state} />,
    },
    {
      id: 'period',
      title: t('period'),
      width: '190px',
      render: ({ validFor, withdrawnAt }) => (
        <div>
          <Text size="sm">{formatDateTime(validFor.startDateTime)} –</Text>
          <Text size="sm">{formatDateTime(withdrawnAt ?? validFor.endDateTime)}</Text>
        </div>
      ),
    },
    {
      id: 'owner',
      title: t('owner'),
      width: 'minmax(0, 1.2fr)',
      render: ({ owner, changedBy, changedAt, version }) => (
        <div>
          <Text size="sm">{who(owner)}</Text>
          {version === 1 ? null : (
            <Text size="xs" c="dimmed">
              {t('changedBy', { date: formatDate(changedAt), who: who(changedBy) })}
            </Text>
          )}
        </div>
      ),
    },
    {
      id: 'actions',
      title: t('column.actions'),
      width: '210px',
      render: (notice) => <Actions notice={notice} />,
    },
  ];
}

/** Expired and withdrawn notices cannot be changed. */
function Actions({ notice }: { notice: ManagedNotice }) {
  const { t } = useTranslation('notices');
  const [changing, { open, close }] = useDisclosure();
  if (notice.state === 'past' || notice.state === 'withdrawn') return null;
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        onClick={open}
        aria-label={t('changeOne', { title: notice.title[currentLanguage()] })}
      >
        {t('edit')}
      </Button>
      <WithdrawNotice notice={notice} />
      <NoticeDialog notice={notice} opened={changing} onClose={close} />
    </Group>
  );
}
