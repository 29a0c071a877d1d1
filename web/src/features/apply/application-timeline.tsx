import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../kit/format/format.ts';
import type { Application } from './application-api.ts';

interface Moment {
  readonly title: string;
  readonly when: string;
  readonly text?: string | undefined;
}

/** Past and expected events of an application. */
export function ApplicationTimeline({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const { createdAt, submittedAt, corrections, decision, dueAt, waitingFor } = application;
  const happened: Moment[] = [
    { title: t('application.event.created'), when: createdAt },
    ...(submittedAt === undefined ? [] : [{ title: t('application.event.submitted'), when: submittedAt }]),
    ...corrections.flatMap(({ at, text, answeredAt }): Moment[] => [
      { title: t('application.event.asked'), when: at, text },
      ...(answeredAt === undefined ? [] : [{ title: t('application.event.answered'), when: answeredAt }]),
    ]),
    ...(decision === undefined
      ? []
      : [
          {
            title: t(`application.event.${decision.kind}`),
            when: decision.at,
            text: decision.cause === undefined ? decision.reason : t(`application.${decision.cause}`),
          },
        ]),
  ];
  return (
    <Timeline active={happened.length - 1} bulletSize={14} lineWidth={2}>
      {happened.map(({ title, when, text }) => (
        <Timeline.Item
          key={`${title} ${when}`}
          title={
            <Text size="sm" fw={600}>
              {title}
            </Text>
          }
        >
          <Text size="xs" c="dimmed">
            {formatDateTime(when)}
          </Text>
          {text === undefined ? null : (
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
          )}
        </Timeline.Item>
      ))}
      {waitingFor !== undefined && dueAt !== undefined ? (
        <Timeline.Item
          lineVariant="dashed"
          title={
            <Text size="sm" fw={600}>
              {t(`application.event.awaited.${waitingFor}`)}
            </Text>
          }
        >
          <Text size="xs" c="dimmed">
            {t('application.until', { date: formatDate(dueAt) })}
          </Text>
        </Timeline.Item>
      ) : null}
    </Timeline>
  );
}
