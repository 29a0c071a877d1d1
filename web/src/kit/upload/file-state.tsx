import { Group, Text } from '@mantine/core';
import type { UploadRefusal } from '../../../../shared/uploads/upload-record.ts';
import { IconAlertTriangle } from '../icons/alert-triangle.ts';
import { IconCheck } from '../icons/check.ts';
import { IconCloudUpload } from '../icons/cloud-upload.ts';
import { IconLoader } from '../icons/loader.ts';
import { useTranslation } from 'react-i18next';

export interface FileStateProps {
  readonly state: 'awaited' | 'inspecting' | 'accepted' | 'refused';
  readonly refusal?: UploadRefusal | undefined;
}

const looks = {
  awaited: { Icon: IconCloudUpload, color: 'orange' },
  inspecting: { Icon: IconLoader, color: 'dimmed' },
  accepted: { Icon: IconCheck, color: 'teal' },
  refused: { Icon: IconAlertTriangle, color: 'red' },
} as const;

/** State of an uploaded file, and why it was refused. */
export function FileState({ state, refusal }: FileStateProps) {
  const { t } = useTranslation();
  const { Icon, color } = looks[state];
  const why = state === 'refused' && refusal !== undefined ? `: ${t(`upload.refusal.${refusal}`)}` : '';
  return (
    <Group gap={4} wrap="nowrap" c={color}>
      <Icon size={14} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="xs">{`${t(`upload.state.${state}`)}${why}`}</Text>
    </Group>
  );
}
