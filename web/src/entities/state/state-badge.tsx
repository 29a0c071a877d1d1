import { Badge } from '@mantine/core';
import { IconBan } from '../../kit/icons/ban.ts';
import { IconCheck } from '../../kit/icons/check.ts';
import { IconCircleDashed } from '../../kit/icons/circle-dashed.ts';
import { IconClock } from '../../kit/icons/clock.ts';
import { IconHourglass } from '../../kit/icons/hourglass.ts';
import { IconLoader } from '../../kit/icons/loader.ts';
import { IconPlayerPause } from '../../kit/icons/player-pause.ts';
import { IconX } from '../../kit/icons/x.ts';
import type { IconProps } from '../../kit/icons/create-icon.ts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

type Tone = 'gray' | 'blue' | 'yellow' | 'orange' | 'teal' | 'red';

/** Colour and icon of each state: colour alone must not carry the meaning. */
const looks = {
  acknowledged: ['gray', IconCircleDashed],
  inProgress: ['blue', IconLoader],
  pending: ['orange', IconHourglass],
  held: ['yellow', IconPlayerPause],
  assessingCancellation: ['orange', IconClock],
  pendingCancellation: ['orange', IconClock],
  completed: ['teal', IconCheck],
  partial: ['yellow', IconCheck],
  rejected: ['red', IconX],
  failed: ['red', IconX],
  cancelled: ['gray', IconBan],
  pendingActive: ['blue', IconLoader],
  active: ['teal', IconCheck],
  suspended: ['yellow', IconPlayerPause],
  pendingTerminate: ['orange', IconClock],
  terminated: ['gray', IconBan],
  aborted: ['red', IconX],
  inDesign: ['gray', IconCircleDashed],
  retired: ['gray', IconBan],
  draft: ['gray', IconCircleDashed],
  submitted: ['gray', IconCircleDashed],
  inReview: ['blue', IconLoader],
  correctionRequested: ['orange', IconHourglass],
  approving: ['yellow', IconClock],
  approved: ['teal', IconCheck],
  refused: ['red', IconX],
  invited: ['blue', IconHourglass],
  disabled: ['gray', IconBan],
  creating: ['orange', IconHourglass],
  revoked: ['gray', IconBan],
} as const satisfies Record<string, readonly [Tone, ComponentType<IconProps>]>;

export type KnownState = keyof typeof looks;

/** A state of an order, an item, a service, an offering, an access application or an account. */
export function StateBadge({ state }: { state: KnownState }) {
  const { t } = useTranslation();
  const [color, Icon] = looks[state];
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

/** Whether there is a text for a state. */
export function isKnownState(state: string): state is KnownState {
  return Object.hasOwn(looks, state);
}
