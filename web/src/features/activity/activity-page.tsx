import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../kit/format/format.ts';
import { PagedList } from '../../kit/list/paged-list.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { activityQuery } from './activity-query.ts';
import { ActivitySubject } from './activity-subject.tsx';
import { useActivityWords } from './activity-words.ts';

/** The activity log of the user's operator for the last year, newest first. */
export default function ActivityPage() {
  const { t } = useTranslation('activity');
  const words = useActivityWords();
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={1}>{t('nav.activity')}</Title>
        <Text c="dimmed">{t('text')}</Text>
      </Stack>
      <PagedList
        label={t('nav.activity')}
        query={activityQuery}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('nav.activity')} text={t('empty')} />}
        columns={[
          {
            id: 'what',
            title: t('what'),
            width: 'minmax(0, 2fr)',
            render: (activity) => (
              <div>
                <Text size="sm" fw={600}>
                  {t(`action.${activity.action}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {words.detail(activity)}
                </Text>
              </div>
            ),
          },
          {
            id: 'subject',
            title: t('subject'),
            width: 'minmax(0, 2fr)',
            render: (activity) => <ActivitySubject activity={activity} />,
          },
          {
            id: 'who',
            title: t('column.by'),
            width: 'minmax(0, 2fr)',
            render: (activity) => words.who(activity),
          },
          {
            id: 'at',
            title: t('column.at'),
            width: '190px',
            render: ({ at }) => formatDateTime(at),
          },
        ]}
      />
    </Stack>
  );
}
