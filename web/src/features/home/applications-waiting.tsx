import { Anchor, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconFileCheck } from '../../kit/icons/file-check.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showCode } from '../../entities/application/reference-code.ts';
import { DueDate } from '../../entities/order/due-date.tsx';
import { queueQuery } from '../../entities/application/review-queries.ts';
import { AnchorLink } from '../../kit/navigation/links.tsx';

/** Number of applications on the card; the link leads to the rest. */
const named = 5;

/** Access applications that wait for the carrier; nothing if there are none. */
export function ApplicationsWaiting() {
  const { t } = useTranslation('home');
  const { data, hasNextPage } = useInfiniteQuery(queueQuery({ mine: undefined, state: undefined }));
  const waiting =
    data?.pages.flatMap(({ rows }) => rows).filter(({ waitingFor }) => waitingFor === 'carrier') ?? [];
  // Applications are rare: without any, the card is not shown.
  if (waiting.length === 0) return null;
  return (
    <Card withBorder component="section" p="lg">
      <Group justify="space-between" mb="md" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <ThemeIcon variant="light" color="orange" aria-hidden>
            <IconFileCheck size={18} />
          </ThemeIcon>
          <Title order={2}>
            {t('nav.applications')} · {waiting.length}
            {hasNextPage ? '+' : ''}
          </Title>
        </Group>
        <AnchorLink to="/applications" size="sm">
          {t('all')}
        </AnchorLink>
      </Group>
      <Stack gap="sm">
        {waiting.slice(0, named).map(({ id, company, state, dueAt, overdue }) => (
          <Group key={id} justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Anchor component={Link} to={`/applications/${id}`} size="sm" fw={600}>
                {company?.name ?? t('application', { code: showCode(id) })}
              </Anchor>
              <Text size="xs" c="dimmed">
                {t(`state.${state}`)}
              </Text>
            </div>
            <div style={{ whiteSpace: 'nowrap' }}>
              <DueDate date={dueAt} overdue={overdue} overdueText={t('applicationOverdue')} />
            </div>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
