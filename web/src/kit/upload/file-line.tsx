import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatFileSize } from '../format/file-size.ts';
import { FileState, type FileStateProps } from './file-state.tsx';

/** A file that the API knows. */
export interface UploadedFile extends FileStateProps {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
}

interface FileLineProps {
  readonly file: UploadedFile;
  /** Shown after the size. */
  readonly note?: string;
  /** Before the name. */
  readonly icon?: ReactNode;
  /** Buttons. */
  readonly children: ReactNode;
}

/** One file of an entity: name, size, state and actions. */
export function FileLine({ file, note, icon, children }: FileLineProps) {
  const { fileName, size, state, refusal } = file;
  return (
    <Group justify="space-between" gap="sm" role="group" aria-label={fileName}>
      <Group gap="sm" wrap="nowrap" style={{ minWidth: 0, flex: '1 1 200px' }}>
        {icon}
        <div style={{ minWidth: 0 }}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {fileName}
          </Text>
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              {[formatFileSize(size), ...(note === undefined ? [] : [note])].join(' · ')}
            </Text>
            <div role="status">
              <FileState state={state} refusal={refusal} />
            </div>
          </Group>
        </div>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {children}
      </Group>
    </Group>
  );
}
