import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/format.ts';
import { HistoryTimeline } from '../list/history-timeline.tsx';
import { activityQuery } from './activity-query.ts';
import { useActivityWords } from './activity-words.tsx';

/** Who did what at the own operator in the last year, newest first. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const words = useActivityWords();
  return (
    <Stack gap="lg" maw={860}>
      <Stack gap={4}>
        <Title order={1}>{t('nav.activity')}</Title>
        <Text c="dimmed">{t('activity.text')}</Text>
      </Stack>
      <Card withBorder p="lg">
        <HistoryTimeline
          query={activityQuery}
          look={(activity) => ({
            title: words.what(activity),
            when: `${formatDateTime(activity.at)} · ${words.who(activity)}`,
            reason: undefined,
            lines: words.lines(activity).map((text, index) => ({ key: String(index), text })),
          })}
          empty={t('activity.empty')}
        />
      </Card>
    </Stack>
  );
}
