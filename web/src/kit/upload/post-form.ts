import i18next from 'i18next';
import { FileRefused } from './describe-file.ts';

/** Upload target: a form whose last field is the file. */
export interface UploadTarget {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Posts a file directly to the storage. Not with `fetch`, which does not report progress.
 *
 * @param onProgress is called with the sent part, from 0 to 1
 * @throws FileRefused if the file is not the announced one or is too late; another error if no answer comes
 */
export function postForm(
  { url, fields }: UploadTarget,
  file: File,
  onProgress: (part: number) => void,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total);
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else if (request.status < 500) reject(new FileRefused(i18next.t('upload.notTaken')));
      else reject(new Error(i18next.t('api.noAnswer')));
    };
    request.onerror = () => {
      reject(new Error(i18next.t('api.noAnswer')));
    };
    request.send(form);
  });
}
