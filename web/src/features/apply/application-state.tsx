import { Badge } from '@mantine/core';
import { IconCheck } from '../../kit/icons/check.ts';
import { IconCircleDashed } from '../../kit/icons/circle-dashed.ts';
import { IconHourglass } from '../../kit/icons/hourglass.ts';
import { IconLoader } from '../../kit/icons/loader.ts';
import { IconX } from '../../kit/icons/x.ts';
import { useTranslation } from 'react-i18next';
import type { Application } from './application-api.ts';

const looks = {
  draft: ['gray', IconCircleDashed],
  submitted: ['blue', IconHourglass],
  inReview: ['blue', IconLoader],
  correctionRequested: ['orange', IconHourglass],
  approving: ['blue', IconLoader],
  approved: ['teal', IconCheck],
  refused: ['red', IconX],
} as const;

/** State of an application: colour, icon and text. */
export function ApplicationState({ state }: { state: Application['state'] }) {
  const { t } = useTranslation('apply');
  const [color, Icon] = looks[state];
  return (
    <Badge
      variant="light"
      color={color}
      size="lg"
      radius="sm"
      tt="none"
      leftSection={<Icon size={15} aria-hidden />}
    >
      {t(`application.state.${state}`)}
    </Badge>
  );
}
