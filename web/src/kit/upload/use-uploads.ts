import { useState } from 'react';
import type { FileLimits, FileType } from '../../../../shared/uploads/file-type.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { ApiError } from '../../api/problem.ts';
import type { FileDescription } from './describe-file.ts';
import type { UploadTarget } from './post-form.ts';
import { sendFile } from './send-file.ts';

/** A file that is being uploaded. */
export interface Upload<Kind> {
  /** Local id, and idempotency key of the announcement. */
  readonly key: string;
  readonly kind: Kind;
  readonly file: File;
  /** Sent part, from 0 to 1. */
  readonly progress: number;
  /** Id from the API, once announced. */
  readonly fileId?: string;
  /** Why the upload failed. */
  readonly failure?: string;
}

/** A file to announce. */
export interface Announcement<Kind, Type extends FileType> {
  /** Local id of the file, the same at every attempt. */
  readonly key: string;
  readonly kind: Kind;
  readonly file: FileDescription<Type>;
  /** Id from the API at an earlier attempt. */
  readonly fileId: string | undefined;
}

/** A file as the API answers that it is awaited. */
export interface AwaitedFile {
  readonly id: string;
  readonly target: UploadTarget;
}

/**
 * Uploads files with their progress. Finished ones are removed from the list.
 *
 * @param limits what is accepted
 * @param announce announces a file to the API and returns its upload URL
 * @param onArrived is called after a file has been announced or uploaded
 */
export function useUploads<Kind, Type extends FileType>(
  limits: FileLimits<Type>,
  announce: (announcement: Announcement<Kind, Type>) => Promise<AwaitedFile>,
  onArrived: () => Promise<unknown>,
) {
  const [uploads, setUploads] = useState<readonly Upload<Kind>[]>([]);
  const change = (key: string, change: Partial<Upload<Kind>>) => {
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  };
  const forget = (key: string) => {
    setUploads((before) => before.filter((upload) => upload.key !== key));
  };
  const send = async ({ key, kind, file, fileId: known }: Upload<Kind>) => {
    let fileId = known;
    try {
      await sendFile(
        file,
        limits,
        async (description) => {
          const announced = await announce({ key, kind, file: description, fileId });
          fileId = announced.id;
          change(key, { fileId });
          return announced.target;
        },
        (progress) => {
          change(key, { progress });
        },
      );
      await onArrived();
      forget(key);
    } catch (error) {
      change(key, { failure: wordsOf(error) });
    }
  };
  const begin = (upload: Upload<Kind>) => {
    setUploads((before) => [...before.filter(({ key }) => key !== upload.key), upload]);
    void send(upload);
  };
  return {
    uploads,
    add: (kind: Kind, files: readonly File[]) => {
      for (const file of files) begin({ key: crypto.randomUUID(), kind, file, progress: 0 });
    },
    retry: ({ key, kind, file, fileId }: Upload<Kind>) => {
      begin({ key, kind, file, progress: 0, ...omitUndefined({ fileId }) });
    },
    forget,
  };
}

/** The message of a field's problem, which is more specific than the error's. */
function wordsOf(error: unknown): string {
  if (error instanceof ApiError && error.problems.length > 0)
    return error.problems.map(({ message }) => message).join('. ');
  return error instanceof Error ? error.message : String(error);
}
