import { IconAlertTriangle, IconCalendarEvent, type IconProps, IconSpeakerphone } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Notice } from './notice-queries.ts';

/** How each kind of notice looks: a colour and a sign, beside its word. */
export const noticeLooks = {
  information: ['blue', IconSpeakerphone],
  works: ['orange', IconCalendarEvent],
  important: ['red', IconAlertTriangle],
} as const satisfies Record<Notice['kind'], readonly [string, ComponentType<IconProps>]>;
