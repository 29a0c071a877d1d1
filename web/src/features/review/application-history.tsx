import { Button, Text, Timeline } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../kit/format/format.ts';
import type { ApplicationEvent } from '../../entities/application/review-queries.ts';
import { useWho } from '../../entities/carrier-person/who.ts';

/** How many events are shown before “Show more”. */
const first = 8;

/** Whether it happened automatically: neither by the applicant nor by the carrier. */
function happensByItself({ kind }: ApplicationEvent): boolean {
  return kind === 'unanswered' || kind === 'erased';
}

/** History of an application, newest first: every step, and every access to a scan. */
export function ApplicationHistory({ events }: { events: readonly ApplicationEvent[] }) {
  const { t } = useTranslation('review');
  const who = useWho();
  const [whole, setWhole] = useState(false);
  return (
    <>
      <Timeline bulletSize={14} lineWidth={2}>
        {(whole ? events : events.slice(0, first)).map((event) => (
          <Timeline.Item
            key={event.id}
            title={
              <Text size="sm" fw={600}>
                {event.kind === 'state' && event.to !== undefined
                  ? t(`state.${event.to}`)
                  : t(`event.${event.kind}`)}
              </Text>
            }
          >
            <Text size="xs" c="dimmed">
              {formatDateTime(event.at)} ·{' '}
              {event.by === undefined && !happensByItself(event) ? t('applicant') : who(event.by)}
            </Text>
            {event.scanKind === undefined ? null : <Text size="sm">{t(`scanKind.${event.scanKind}`)}</Text>}
            {event.reason === undefined ? null : (
              <Text size="sm" mt={4} fs="italic" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {event.reason}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
      {whole || events.length <= first ? null : (
        <Button
          variant="subtle"
          size="xs"
          mt="sm"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
