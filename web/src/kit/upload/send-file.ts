import type { FileLimits, FileType } from '../../../../shared/uploads/file-type.ts';
import { ApiError } from '../../api/problem.ts';
import { describeFile, type FileDescription, FileRefused } from './describe-file.ts';
import { postForm, type UploadTarget } from './post-form.ts';

/** Number of attempts before the user has to retry. */
const attempts = 5;
/** Delay after the first failure, in milliseconds; doubled after each further one. */
const firstPause = 1000;

/**
 * Announces a file and uploads it; retries if the connection is lost.
 *
 * @param announce returns the upload URL; called for every attempt, since URLs expire
 * @throws FileRefused, ApiError, or the error of the last attempt
 */
export async function sendFile<Type extends FileType>(
  file: File,
  limits: FileLimits<Type>,
  announce: (description: FileDescription<Type>) => Promise<UploadTarget>,
  onProgress: (part: number) => void,
): Promise<void> {
  const description = await describeFile(file, limits);
  for (let attempt = 1; ; attempt += 1) {
    try {
      onProgress(0);
      await postForm(await announce(description), file, onProgress);
      return;
    } catch (error) {
      if (error instanceof FileRefused || error instanceof ApiError || attempt === attempts) throw error;
      await connection(firstPause * 2 ** (attempt - 1));
    }
  }
}

/** Waits for a delay, or until the browser is online again. */
function connection(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine) setTimeout(resolve, milliseconds);
    else
      window.addEventListener(
        'online',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}
