import { Badge } from '@mantine/core';
import { IconBan } from '../../kit/icons/ban.ts';
import { IconCheck } from '../../kit/icons/check.ts';
import { IconPlayerPause } from '../../kit/icons/player-pause.ts';
import { useTranslation } from 'react-i18next';
import type { Operator } from './operator-queries.ts';

type Status = Operator['status'];

const looks = {
  active: { color: 'teal', Icon: IconCheck },
  suspended: { color: 'yellow', Icon: IconPlayerPause },
  closed: { color: 'gray', Icon: IconBan },
} as const satisfies Record<Status, object>;

/** Whether a text is a status of an operator. */
export function isStatus(word: string): word is Status {
  return Object.hasOwn(looks, word);
}

/** Status of an operator: text, colour and icon. */
export function OperatorStatus({ status }: { status: Status }) {
  const { t } = useTranslation('operators');
  const { color, Icon } = looks[status];
  return (
    <Badge
      variant="light"
      color={color}
      radius="sm"
      tt="none"
      leftSection={<Icon size={13} aria-hidden />}
      style={{ flexShrink: 0 }}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
