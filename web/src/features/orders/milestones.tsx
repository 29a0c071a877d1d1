import { Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle } from '../../kit/icons/alert-triangle.ts';
import { IconCheck } from '../../kit/icons/check.ts';
import { IconCircleDashed } from '../../kit/icons/circle-dashed.ts';
import { IconX } from '../../kit/icons/x.ts';
import type { IconProps } from '../../kit/icons/create-icon.ts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../kit/format/format.ts';
import classes from './milestones.module.css';
import type { Milestone } from '../../entities/order/order-queries.ts';

const looks = {
  expected: ['gray', IconCircleDashed],
  overdue: ['red', IconAlertTriangle],
  met: ['teal', IconCheck],
  metLate: ['orange', IconCheck],
  dropped: ['gray', IconX],
} as const satisfies Record<Milestone['status'], readonly [string, ComponentType<IconProps>]>;

/** Milestones of an order: target and actual dates. */
export function Milestones({ milestones }: { milestones: readonly Milestone[] }) {
  const { t } = useTranslation('orders');
  return (
    <ol className={classes['steps']}>
      {milestones.map(({ name, status, targetDate, actualDate }) => {
        const [color, Icon] = looks[status];
        return (
          <li key={name} className={classes['step']}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <ThemeIcon color={color} variant="light" radius="xl" size={34} aria-hidden>
                <Icon size={18} />
              </ThemeIcon>
              <Stack gap={0}>
                <Text fw={600} size="sm">
                  {t(`milestone.${name}`)}
                </Text>
                {targetDate === undefined ? null : (
                  <Text size="xs" c="dimmed">
                    {t('milestone.target', { date: formatDate(targetDate) })}
                  </Text>
                )}
                <Text
                  size="xs"
                  c={status === 'overdue' ? 'red' : 'inherit'}
                  fw={status === 'overdue' ? 600 : 400}
                >
                  {actualDate === undefined
                    ? t(`milestone.status.${status}`)
                    : t('milestone.actual', { date: formatDate(actualDate) })}
                  {status === 'metLate' ? ` — ${t('milestone.status.metLate')}` : ''}
                </Text>
              </Stack>
            </Group>
          </li>
        );
      })}
    </ol>
  );
}
