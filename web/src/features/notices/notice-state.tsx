import { Badge } from '@mantine/core';
import { IconArrowBackUp } from '../../kit/icons/arrow-back-up.ts';
import { IconCheck } from '../../kit/icons/check.ts';
import { IconClock } from '../../kit/icons/clock.ts';
import { IconHistory } from '../../kit/icons/history.ts';
import { useTranslation } from 'react-i18next';
import type { ManagedNotice } from '../../entities/notice/notice-queries.ts';

const looks = {
  planned: { color: 'blue', Icon: IconClock },
  inForce: { color: 'teal', Icon: IconCheck },
  past: { color: 'gray', Icon: IconHistory },
  withdrawn: { color: 'gray', Icon: IconArrowBackUp },
} as const satisfies Record<ManagedNotice['state'], object>;

/** State of a notice: text, colour and icon. */
export function NoticeState({ state }: Pick<ManagedNotice, 'state'>) {
  const { t } = useTranslation('notices');
  const { color, Icon } = looks[state];
  return (
    <Badge
      variant="light"
      color={color}
      radius="sm"
      tt="none"
      fw={600}
      leftSection={<Icon size={13} aria-hidden />}
      style={{ flexShrink: 0 }}
    >
      {t(`state.${state}`)}
    </Badge>
  );
}
