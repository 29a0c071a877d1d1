import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconUpload } from '../icons/upload.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileLimits } from '../../../../shared/uploads/file-type.ts';
import { acceptedFiles, wordsOfLimits } from './accepted-types.ts';
import classes from './file-picker.module.css';

interface FilePickerProps {
  /** What the files are, for the button's accessible name. */
  readonly what: string;
  readonly limits: FileLimits;
  readonly onPick: (files: readonly File[]) => void;
}

/** Accepts chosen or dropped files. */
export function FilePicker({ what, limits, onPick }: FilePickerProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  return (
    <Group
      gap="sm"
      className={classes['area'] ?? ''}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onPick([...event.dataTransfer.files]);
      }}
    >
      <FileButton multiple accept={acceptedFiles(limits)} onChange={onPick}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="xs"
            leftSection={<IconUpload size={14} aria-hidden />}
            aria-label={t('upload.chooseFor', { what })}
          >
            {t('upload.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="xs" c="dimmed">
        {t('upload.rules', wordsOfLimits(limits))}
      </Text>
    </Group>
  );
}
