import { Badge, Button, Card, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconFile } from '../../kit/icons/file.ts';
import { IconReplace } from '../../kit/icons/replace.ts';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useTranslation } from 'react-i18next';
import { scanLimits } from '../../../../shared/application/scan-limits.ts';
import { requiredKinds } from '../../../../shared/application/package.ts';
import { ProblemNote } from '../../kit/form/problem-note.tsx';
import { acceptedFiles } from '../../kit/upload/accepted-types.ts';
import { AttachmentArea } from '../../kit/upload/attachment-area.tsx';
import { FileLine } from '../../kit/upload/file-line.tsx';
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
        <AttachmentArea
          what={title}
          limits={scanLimits}
          files={scans}
          uploads={control.uploads.filter((upload) => upload.kind === kind)}
          line={(scan) => (
            <ScanLine
              scan={scan}
              isBusy={control.removing.has(scan.id)}
              onReplace={(file) => {
                control.replace(kind, scan.id, file);
              }}
              onRemove={() => {
                control.remove(scan.id);
              }}
            />
          )}
          onRetry={control.retry}
          onForget={control.forget}
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

function ScanLine({ scan, isBusy, onReplace, onRemove }: ScanLineProps) {
  const { t } = useTranslation('apply');
  const { fileName, state } = scan;
  return (
    <FileLine file={scan} icon={<IconFile size={20} aria-hidden style={{ flexShrink: 0 }} />}>
      <FileButton
        accept={acceptedFiles(scanLimits)}
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
    </FileLine>
  );
}
