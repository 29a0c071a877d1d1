import { useState } from 'react';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { ApiError } from '../../api/problem.ts';
import type { FileDescription } from './describe-file.ts';
import type { UploadTarget } from './post-form.ts';
import { sendFile } from './send-file.ts';

/** A file on its way. */
export interface Upload<Kind> {
  /** Names it here, and its announcement to the API: asked twice, that makes one file. */
  readonly key: string;
  readonly kind: Kind;
  readonly file: File;
  /** Which part has gone, from 0 to 1. */
  readonly progress: number;
  /** What the API calls it, once it is announced. */
  readonly fileId?: string;
  /** Why it did not arrive. */
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
 * Sends files, and says how far each is. One that arrived is no longer among them.
 *
 * @param announce tells the API of a file and answers where its bytes go
 * @param onArrived hears of every file that arrived, or was announced
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

/** What the API says of a field says more than that there is something wrong with one. */
function wordsOf(error: unknown): string {
  if (error instanceof ApiError && error.problems.length > 0)
    return error.problems.map(({ message }) => message).join('. ');
  return error instanceof Error ? error.message : String(error);
}
