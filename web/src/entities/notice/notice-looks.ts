import { IconAlertTriangle } from '../../kit/icons/alert-triangle.ts';
import { IconCalendarEvent } from '../../kit/icons/calendar-event.ts';
import type { IconProps } from '../../kit/icons/create-icon.ts';
import { IconSpeakerphone } from '../../kit/icons/speakerphone.ts';
import type { ComponentType } from 'react';
import type { Notice } from './notice-queries.ts';

/** Colour and icon of each kind of notice. */
export const noticeLooks = {
  information: ['blue', IconSpeakerphone],
  works: ['orange', IconCalendarEvent],
  important: ['red', IconAlertTriangle],
} as const satisfies Record<Notice['kind'], readonly [string, ComponentType<IconProps>]>;
