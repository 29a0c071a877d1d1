import { Alert, Button, Card, Divider, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconCalendarCheck } from '../../../kit/icons/calendar-check.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../kit/format/format.ts';
import { Totals } from '../../../entities/order/totals.tsx';
import classes from './new-order.module.css';
import type { DryRun } from './validation-query.ts';

interface OrderSummaryProps {
  readonly dryRun: UseQueryResult<DryRun>;
  /** Whether the order is incomplete or has problems. */
  readonly isProvisional: boolean;
  readonly disconnects: boolean;
  readonly isSending: boolean;
  readonly canSend: boolean;
}

/** Totals, delivery date and submit button. */
export function OrderSummary({ dryRun, isProvisional, disconnects, isSending, canSend }: OrderSummaryProps) {
  const { t } = useTranslation('newOrder');
  const titleId = useId();
  return (
    <Card
      withBorder
      component="section"
      p="lg"
      className={classes['summary'] ?? ''}
      aria-labelledby={titleId}
    >
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} id={titleId}>
            {t('summary')}
          </Title>
          {dryRun.isFetching ? <Loader size="xs" role="status" aria-label={t('calculating')} /> : null}
        </Group>
        <Outcome dryRun={dryRun} isProvisional={isProvisional} disconnects={disconnects} />
        <Button type="submit" size="md" fullWidth loading={isSending} disabled={!canSend}>
          {t(disconnects ? 'submitDisconnection' : 'submit')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('submitText')}
        </Text>
      </Stack>
    </Card>
  );
}

function Outcome({
  dryRun,
  isProvisional,
  disconnects,
}: Pick<OrderSummaryProps, 'dryRun' | 'isProvisional' | 'disconnects'>) {
  const { t } = useTranslation('newOrder');
  if (dryRun.error !== null)
    return (
      <Alert color="yellow" variant="light" role="status">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{t('notCalculated')}</Text>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              void dryRun.refetch();
            }}
          >
            {t('feedback.retry')}
          </Button>
        </Stack>
      </Alert>
    );
  const validation = dryRun.data?.validation;
  if (validation === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('summaryEmpty')}
      </Text>
    );
  const [onlyItem, ...others] = validation.productOrderItem;
  const details = others.length === 0 ? (onlyItem?.itemPrice ?? []) : [];
  // Usage prices have no total.
  const hasTotal = validation.orderTotalPrice.length > 0;
  return (
    <>
      {details.length > 0 ? <Totals prices={details} /> : null}
      {details.length > 0 && hasTotal ? <Divider label={t('total')} labelPosition="left" /> : null}
      {hasTotal || details.length === 0 ? <Totals prices={validation.orderTotalPrice} /> : null}
      {validation.expectedCompletionDate === undefined ? null : (
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconCalendarCheck size={18} aria-hidden />
          <Text size="sm">
            {t(disconnects ? 'promisedDisconnection' : 'promised', {
              date: formatDate(validation.expectedCompletionDate),
            })}
          </Text>
        </Group>
      )}
      {isProvisional ? (
        <Text size="sm" c="dimmed">
          {t('provisional')}
        </Text>
      ) : null}
    </>
  );
}
