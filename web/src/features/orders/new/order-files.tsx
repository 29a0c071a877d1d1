import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '../../../kit/icons/trash.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentLimits, maxAttachments } from '../../../../../shared/order/attachment-limits.ts';
import { formatFileSize } from '../../../kit/format/file-size.ts';
import { checkFile, FileRefused } from '../../../kit/upload/describe-file.ts';
import { FilePicker } from '../../../kit/upload/file-picker.tsx';

interface OrderFilesProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Files of a new order, which are uploaded once it has been created. */
export function OrderFiles({ files, onChange }: OrderFilesProps) {
  const { t } = useTranslation('newOrder');
  const [refused, setRefused] = useState<readonly string[]>([]);
  function add(picked: readonly File[]) {
    const reasons = picked.map((file) => ({ file, reason: reasonAgainst(file) }));
    const taken = reasons.flatMap(({ file, reason }) => (reason === undefined ? [file] : []));
    const room = Math.max(0, maxAttachments - files.length);
    setRefused([
      ...reasons.flatMap(({ file, reason }) => (reason === undefined ? [] : [`${file.name}: ${reason}`])),
      ...(taken.length > room ? [t('attachments.tooMany', { max: maxAttachments })] : []),
    ]);
    onChange([...files, ...taken.slice(0, room)]);
  }
  return (
    <Card withBorder component="section" p="lg">
      <Title order={2} mb="xs">
        {t('order.files')}
      </Title>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('attachments.sentAfterwards')}
        </Text>
        {refused.length === 0 ? null : (
          <Alert color="red" role="alert">
            {refused.map((reason) => (
              <Text key={reason} size="sm">
                {reason}
              </Text>
            ))}
          </Alert>
        )}
        {files.map((file, index) => (
          <Group key={`${file.name} ${String(index)}`} justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {file.name} · {formatFileSize(file.size)}
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={14} aria-hidden />}
              aria-label={t('order.removeFile', { name: file.name })}
              onClick={() => {
                onChange(files.filter((one) => one !== file));
              }}
            >
              {t('action.remove')}
            </Button>
          </Group>
        ))}
        <FilePicker what={t('order.files')} limits={attachmentLimits} onPick={add} />
      </Stack>
    </Card>
  );
}

/** Why a file cannot be accepted. */
function reasonAgainst(file: File): string | undefined {
  try {
    checkFile(file, attachmentLimits);
    return undefined;
  } catch (error) {
    if (error instanceof FileRefused) return error.message;
    throw error;
  }
}
