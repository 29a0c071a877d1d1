import { CabinetError } from '../../shared/errors.ts';
import type { UploadRecord } from '../../shared/files/upload-record.ts';
import type { OrderScope } from '../../shared/order/actor.ts';
import type { AttachmentRecord } from '../../shared/order/attachment-record.ts';
import { isFinal } from '../../shared/order/order-state.ts';
import type { Attachable } from './store.ts';

/** Maximum number of files of an order, in any state. */
const maxAttachments = 20;

/** Description of a file that is going to be uploaded. */
type AnnouncedFile = Pick<UploadRecord, 'fileName' | 'mimeType' | 'size' | 'sha256'>;

/**
 * Attaches a file whose upload is pending.
 *
 * @throws CabinetError `changeForbidden` if the order is closed, or has as many files as it may
 */
export function attach(
  order: Attachable,
  file: AnnouncedFile,
  { id, by, now }: { readonly id: string; readonly by: AttachmentRecord['by']; readonly now: Date },
): AttachmentRecord {
  requireOpen(order);
  if (order.attachmentCount >= maxAttachments) {
    throw new CabinetError('changeForbidden', {
      message: {
        ru: `У заявки может быть не больше ${String(maxAttachments)} файлов: удалите лишние`,
        en: `An order can have at most ${String(maxAttachments)} files: remove some`,
      },
    });
  }
  return {
    schemaVersion: 1,
    version: 1,
    id,
    ...file,
    state: 'awaited',
    by,
    createdAt: now.toISOString(),
  };
}

/** @throws CabinetError `changeForbidden` if the order is closed, or the file has been uploaded */
export function requireAwaited(order: Attachable, { state }: AttachmentRecord): void {
  requireOpen(order);
  if (state === 'awaited') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Файл уже загружен. Чтобы заменить, удалите его и добавьте другой',
      en: 'The file is already uploaded. To replace it, remove it and add another',
    },
  });
}

/** @throws CabinetError `changeForbidden` if the file is not inspected yet, or was refused */
export function requireAccepted({ state }: AttachmentRecord): void {
  if (state === 'accepted') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Файл ещё проверяется или отклонён проверкой: скачать его нельзя',
      en: 'The file is still being inspected, or was refused: it cannot be downloaded',
    },
  });
}

/** @throws CabinetError `changeForbidden` if the order is closed, or the caller may not remove the file */
export function requireRemovable(order: Attachable, attachment: AttachmentRecord, scope: OrderScope): void {
  requireOpen(order);
  if (mayRemove(attachment, scope)) return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Удалить файл может тот, кто его добавил, или администратор оператора',
      en: 'Only its author or the operator’s administrator can remove this file',
    },
  });
}

/**
 * Whether a user may remove a file: their own, an operator's administrator also those of colleagues, and a manager all
 * of the carrier's, since portfolios change hands.
 */
export function mayRemove({ by }: Pick<AttachmentRecord, 'by'>, scope: OrderScope): boolean {
  if (scope.kind === 'portfolio') return by.side === 'carrier';
  return by.side === 'operator' && (by.sub === scope.sub || scope.roles.includes('administrator'));
}

function requireOpen({ state }: Attachable): void {
  if (!isFinal(state)) return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Заявка закрыта: её файлы нельзя изменить',
      en: 'The order is closed: its files cannot be changed',
    },
  });
}
