import { CabinetError } from '../errors.ts';
import type { UploadRecord } from './upload-record.ts';

/** @throws CabinetError `changeForbidden` if the entity has as many files as it may, in any state */
export function requireRoom(count: number, maxFiles: number): void {
  if (count < maxFiles) return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: `Файлов может быть не больше ${String(maxFiles)}: удалите лишние`,
      en: `There can be at most ${String(maxFiles)} files: remove some`,
    },
  });
}

/** @throws CabinetError `changeForbidden` if the file has been uploaded */
export function requireAwaited({ state }: Pick<UploadRecord, 'state'>): void {
  if (state === 'awaited') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Файл уже загружен. Чтобы заменить, удалите его и добавьте другой',
      en: 'The file is already uploaded. To replace it, remove it and add another',
    },
  });
}

/** @throws CabinetError `changeForbidden` if the file is not inspected yet, or was refused */
export function requireAccepted({ state }: Pick<UploadRecord, 'state'>): void {
  if (state === 'accepted') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Файл ещё проверяется или отклонён проверкой: открыть его нельзя',
      en: 'The file is still being inspected, or was refused: it cannot be opened',
    },
  });
}
