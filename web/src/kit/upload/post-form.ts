import i18next from 'i18next';
import { FileRefused } from './describe-file.ts';

/** Where the bytes of a file go: a form whose last field is the file. */
export interface UploadTarget {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Posts a file straight to where it is kept. Not by `fetch`, which does not tell how far it is.
 *
 * @param onProgress hears which part has gone, from 0 to 1
 * @throws FileRefused where the file is not what was announced, or came too late; any other error where no answer comes
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
