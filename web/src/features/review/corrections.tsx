import { Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../kit/format/format.ts';
import type { Application } from '../../entities/application/review-queries.ts';
import { useWho } from '../../entities/carrier-person/who.ts';

/** Requested corrections, the latest first, and when they were answered. */
export function Corrections({ corrections }: { corrections: Application['correction'] }) {
  const { t } = useTranslation('review');
  const who = useWho();
  return (
    <Stack gap="sm">
      {corrections.toReversed().map(({ at, by, text, answeredAt }) => (
        <Paper key={at} withBorder p="sm">
          <Text size="xs" c="dimmed">
            {who(by)} · {formatDateTime(at)}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {text}
          </Text>
          <Text size="xs" fw={600} mt={4} c={answeredAt === undefined ? 'orange' : 'teal'}>
            {answeredAt === undefined
              ? t('notAnswered')
              : t('answered', { when: formatDateTime(answeredAt) })}
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
