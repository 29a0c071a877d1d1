import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import type { FileLimits, FileType } from '../../../../shared/uploads/file-type.ts';
import type { UploadedFile } from './file-line.tsx';
import { type Announcement, type AwaitedFile, useUploads } from './use-uploads.ts';

/** How the files of an entity are announced to the API. */
interface AttachmentApi<Kind, Type extends FileType> {
  readonly announce: (announcement: Announcement<Kind, Type>) => Promise<AwaitedFile>;
  /** Renews the upload URL of a file that was announced before. */
  readonly renew: (fileId: string) => Promise<AwaitedFile>;
}

/**
 * Uploads files to an entity. Files are announced one after the other, since each announcement changes the entity.
 *
 * @param files the entity's files that the API knows
 * @param onArrived is called after a file has been announced or uploaded
 */
export function useAttachments<Kind, Type extends FileType>(
  { announce, renew }: AttachmentApi<Kind, Type>,
  limits: FileLimits<Type>,
  files: readonly UploadedFile[],
  onArrived: () => Promise<unknown>,
) {
  const [inTurn] = useState(createTurns);
  const { uploads, ...actions } = useUploads<Kind, Type>(
    limits,
    (announcement) =>
      inTurn(() => (announcement.fileId === undefined ? announce(announcement) : renew(announcement.fileId))),
    onArrived,
  );
  // A file may have arrived although its answer was lost: then it is in the list, and not a failure.
  const arrived = new Set(files.flatMap(({ id, state }) => (state === 'awaited' ? [] : [id])));
  const onTheirWay = uploads.filter(({ fileId }) => fileId === undefined || !arrived.has(fileId));
  useWindowEvent('beforeunload', (event) => {
    if (onTheirWay.some(({ failure }) => failure === undefined)) event.preventDefault();
  });
  return {
    /** Uploads that are not finished. */
    uploads: onTheirWay,
    ...actions,
  };
}

function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(act: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(act, act);
    last = mine;
    return mine;
  };
}
