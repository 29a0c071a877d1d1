import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '../../../kit/icons/alert-triangle.ts';
import { IconDeviceFloppy } from '../../../kit/icons/device-floppy.ts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../kit/format/format.ts';
import type { Outcome } from './submit-order.ts';

/** Says that a draft has been restored. */
export function DraftNotice({ restoredFrom, onDiscard }: { restoredFrom: string; onDiscard: () => void }) {
  const { t } = useTranslation('newOrder');
  return (
    <Alert color="blue" variant="light" icon={<IconDeviceFloppy />} role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('draftRestored', { date: formatDateTime(restoredFrom) })}</Text>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('discardDraft')}
        </Button>
      </Group>
    </Alert>
  );
}

interface GeneralProblemsProps {
  /** Problems without a control. */
  readonly problems: readonly string[];
  readonly outcome: Outcome | undefined;
  readonly onSendAsAnother: () => void;
}

/** Why the order could not be sent, apart from the problems of controls. */
export function GeneralProblems({ problems, outcome, onSendAsAnother }: GeneralProblemsProps) {
  const { t } = useTranslation('newOrder');
  if (outcome?.kind === 'sentBefore')
    return (
      <Problem title={t('sentBeforeTitle')}>
        <Text size="sm">{t('sentBeforeText')}</Text>
        <Group gap="sm">
          <Anchor component={Link} to="/orders" size="sm">
            {t('toOrders')}
          </Anchor>
          <Button size="xs" variant="default" onClick={onSendAsAnother}>
            {t('sendAsAnother')}
          </Button>
        </Group>
      </Problem>
    );
  if (outcome?.kind === 'unanswered' || outcome?.kind === 'unsent')
    return (
      <Problem title={t('failedTitle')}>
        <Text size="sm">{t(outcome.kind === 'unsent' ? 'unsentText' : 'unansweredText')}</Text>
      </Problem>
    );
  const refusal =
    outcome?.kind === 'refused' && outcome.findings.problems.length === 0 ? [outcome.message] : [];
  const messages = [...refusal, ...problems];
  if (messages.length === 0) return null;
  return (
    <Problem title={t('refusedTitle')}>
      <List size="sm">
        {messages.map((message) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Problem>
  );
}

function Problem({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      title={title}
      role="alert"
      tabIndex={-1}
      data-general
    >
      <Stack gap="xs" align="flex-start">
        {children}
      </Stack>
    </Alert>
  );
}
