import { Badge, Button, Card, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconFile } from '../../kit/icons/file.ts';
import { IconReplace } from '../../kit/icons/replace.ts';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useTranslation } from 'react-i18next';
import { requiredKinds } from '../../../../shared/application/package.ts';
import { formatFileSize } from '../../kit/format/file-size.ts';
import { ProblemNote } from '../../kit/form/problem-note.tsx';
import { acceptedFiles } from '../../kit/upload/describe-file.ts';
import { FilePicker } from '../../kit/upload/file-picker.tsx';
import { FileState } from '../../kit/upload/file-state.tsx';
import { UploadLine } from '../../kit/upload/upload-line.tsx';
import type { DocumentKind, Scan } from './application-api.ts';
import type { PackageControl } from './use-package.ts';

interface DocumentSectionProps {
  readonly kind: DocumentKind;
  readonly scans: readonly Scan[];
  readonly control: PackageControl;
}

/** One document of the package: its files, and how to add more. */
export function DocumentSection({ kind, scans, control }: DocumentSectionProps) {
  const { t } = useTranslation('apply');
  const title = t(`document.${kind}`);
  const uploads = control.uploads.filter((upload) => upload.kind === kind);
  const onTheirWay = new Set(uploads.map(({ fileId }) => fileId));
  return (
    <Card withBorder component="section" aria-label={title} p="md">
      <Stack gap="sm">
        <div>
          <Group gap="sm">
            <Title order={3}>{title}</Title>
            {requiredKinds.includes(kind) ? null : (
              <Badge variant="light" color="gray" tt="none">
                {t('optional')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {t(`documentText.${kind}`)}
          </Text>
        </div>
        <ProblemNote name={`/package/${kind}`} />
        {scans
          .filter(({ id }) => !onTheirWay.has(id))
          .map((scan) => (
            <ScanLine
              key={scan.id}
              scan={scan}
              isBusy={control.removing.has(scan.id)}
              onReplace={(file) => {
                control.replace(kind, scan.id, file);
              }}
              onRemove={() => {
                control.remove(scan.id);
              }}
            />
          ))}
        {uploads.map((upload) => (
          <UploadLine
            key={upload.key}
            upload={upload}
            onRetry={() => {
              control.retry(upload);
            }}
            onForget={() => {
              control.forget(upload);
            }}
          />
        ))}
        <FilePicker
          what={title}
          onPick={(files) => {
            control.add(kind, files);
          }}
        />
      </Stack>
    </Card>
  );
}

interface ScanLineProps {
  readonly scan: Scan;
  readonly isBusy: boolean;
  readonly onReplace: (file: File) => void;
  readonly onRemove: () => void;
}

function ScanLine({ scan: { fileName, size, state, refusal }, isBusy, onReplace, onRemove }: ScanLineProps) {
  const { t } = useTranslation('apply');
  return (
    <Group justify="space-between" gap="sm" role="group" aria-label={fileName}>
      <Group gap="sm" wrap="nowrap" style={{ minWidth: 0, flex: '1 1 16rem' }}>
        <IconFile size={20} aria-hidden style={{ flexShrink: 0 }} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {fileName}
          </Text>
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              {formatFileSize(size)}
            </Text>
            <div role="status">
              <FileState state={state} refusal={refusal} />
            </div>
          </Group>
        </div>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <FileButton
          accept={acceptedFiles}
          onChange={(file) => {
            if (file !== null) onReplace(file);
          }}
        >
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              disabled={isBusy}
              leftSection={<IconReplace size={14} aria-hidden />}
              aria-label={t('replaceFile', { name: fileName })}
            >
              {state === 'awaited' ? t('chooseAgain') : t('replace')}
            </Button>
          )}
        </FileButton>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={isBusy}
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={t('removeFile', { name: fileName })}
          onClick={onRemove}
        >
          {t('action.remove')}
        </Button>
      </Group>
    </Group>
  );
}
