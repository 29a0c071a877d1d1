import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Upload } from './use-uploads.ts';

interface UploadLineProps {
  readonly upload: Upload<unknown>;
  readonly onRetry: () => void;
  readonly onForget: () => void;
}

/** A file that is being uploaded, or that failed, with the possible actions. */
export function UploadLine({ upload: { file, progress, failure }, onRetry, onForget }: UploadLineProps) {
  const { t } = useTranslation();
  const part = Math.round(progress * 100);
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {file.name}
        </Text>
        {failure === undefined ? (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {part === 100 ? t('upload.arriving') : t('upload.progress', { part })}
          </Text>
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-xs" variant="default" onClick={onRetry}>
              {t('upload.again')}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={onForget}>
              {t('action.remove')}
            </Button>
          </Group>
        )}
      </Group>
      {failure === undefined ? (
        <Progress value={part} aria-label={t('upload.progressOf', { name: file.name })} size="sm" />
      ) : (
        <Text size="sm" c="red" role="alert">
          {failure}
        </Text>
      )}
    </Stack>
  );
}
