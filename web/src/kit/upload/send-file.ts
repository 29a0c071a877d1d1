import { ApiError } from '../../api/problem.ts';
import { describeFile, type FileDescription, FileRefused } from './describe-file.ts';
import { postForm, type UploadTarget } from './post-form.ts';

/** How often a file is sent before a person has to say so again. */
const attempts = 5;
/** How long to wait after the first failure, in milliseconds; twice as long after each one more. */
const firstPause = 1000;

/**
 * Announces a file and sends it; again by itself where the connection is lost on the way.
 *
 * @param announce asks where the bytes go; asked again for every attempt, since a place expires
 * @throws FileRefused, ApiError, or whatever kept the last attempt from getting through
 */
export async function sendFile(
  file: File,
  announce: (description: FileDescription) => Promise<UploadTarget>,
  onProgress: (part: number) => void,
): Promise<void> {
  const description = await describeFile(file);
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

/** Waits a while, or until the browser is connected again. */
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
