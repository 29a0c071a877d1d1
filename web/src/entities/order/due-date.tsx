import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '../../kit/icons/alert-triangle.ts';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDistance } from '../../kit/format/format.ts';

/** The due date, and whether it has passed. */
export function DueDate({
  date,
  overdue,
  overdueText,
}: {
  date: string | undefined;
  overdue: boolean;
  /** Text for something other than an order, which has another gender in Russian. */
  overdueText?: string;
}) {
  const { t } = useTranslation();
  if (date === undefined)
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  return (
    <div>
      <Text size="sm">{formatDate(date)}</Text>
      <Group gap={4} wrap="nowrap" c={overdue ? 'red' : 'dimmed'}>
        {overdue ? <IconAlertTriangle size={14} aria-hidden /> : null}
        <Text size="xs" fw={overdue ? 600 : 400}>
          {overdue ? (overdueText ?? t('order.overdue')) : formatDistance(date)}
        </Text>
      </Group>
    </div>
  );
}
