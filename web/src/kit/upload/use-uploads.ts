import { useState } from 'react';
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

interface Announcement<Kind> {
  readonly key: string;
  readonly kind: Kind;
  readonly file: FileDescription;
  /** Id from the API at an earlier attempt. */
  readonly fileId: string | undefined;
}

type Announce<Kind> = (
  announcement: Announcement<Kind>,
) => Promise<{ readonly fileId: string; readonly target: UploadTarget }>;

/**
 * Uploads files with their progress. Finished ones are removed from the list.
 *
 * @param announce announces a file to the API and returns its upload URL
 * @param onArrived is called after a file has been announced or uploaded
 */
export function useUploads<Kind>(announce: Announce<Kind>, onArrived: () => Promise<unknown>) {
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
        async (description) => {
          const announced = await announce({ key, kind, file: description, fileId });
          fileId = announced.fileId;
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
