import { type ReactNode, Fragment } from 'react';
import type { FileLimits } from '../../../../shared/uploads/file-type.ts';
import type { UploadedFile } from './file-line.tsx';
import { FilePicker } from './file-picker.tsx';
import { UploadLine } from './upload-line.tsx';
import type { Upload } from './use-uploads.ts';

interface AttachmentAreaProps<File extends UploadedFile, Kind> {
  /** What the files are, for the button's accessible name. */
  readonly what: string;
  readonly limits: FileLimits;
  readonly files: readonly File[];
  readonly uploads: readonly Upload<Kind>[];
  /** Shows one of the files. */
  readonly line: (file: File) => ReactNode;
  readonly onRetry: (upload: Upload<Kind>) => void;
  readonly onForget: (upload: Upload<Kind>) => void;
  /** Absent if no files can be added. */
  readonly onPick: ((files: readonly globalThis.File[]) => void) | undefined;
}

/** The files of an entity, those on their way, and where to add more. */
export function AttachmentArea<File extends UploadedFile, Kind>({
  what,
  limits,
  files,
  uploads,
  line,
  onRetry,
  onForget,
  onPick,
}: AttachmentAreaProps<File, Kind>) {
  const onTheirWay = new Set(uploads.map(({ fileId }) => fileId));
  return (
    <>
      {files
        .filter(({ id }) => !onTheirWay.has(id))
        .map((file) => (
          <Fragment key={file.id}>{line(file)}</Fragment>
        ))}
      {uploads.map((upload) => (
        <UploadLine
          key={upload.key}
          upload={upload}
          onRetry={() => {
            onRetry(upload);
          }}
          onForget={() => {
            onForget(upload);
          }}
        />
      ))}
      {onPick === undefined ? null : <FilePicker what={what} limits={limits} onPick={onPick} />}
    </>
  );
}
