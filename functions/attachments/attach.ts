import { CabinetError } from '../../shared/errors.ts';
import { type AnnouncedFile, awaitedUpload } from '../../shared/uploads/upload-record.ts';
import { requireRoom } from '../../shared/uploads/upload-rules.ts';
import type { OrderScope } from '../../shared/order/actor.ts';
import type { AttachmentRecord } from '../../shared/order/attachment-record.ts';
import { orderAttachments } from '../../shared/order/order-attachments.ts';
import { isFinal } from '../../shared/order/order-state.ts';
import type { Attachable } from './store.ts';

/**
 * Attaches a file whose upload is pending.
 *
 * @throws CabinetError `changeForbidden` if the order is closed, or has as many files as it may
 */
export function attach(
  order: Attachable,
  file: AnnouncedFile,
  { by, ...cause }: { readonly id: string; readonly by: AttachmentRecord['by']; readonly now: Date },
): AttachmentRecord {
  requireOpen(order);
  requireRoom(order.attachmentCount, orderAttachments.entrances.order.maxFiles);
  return { ...awaitedUpload(file, cause), by };
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

/** @throws CabinetError `changeForbidden` if the order is closed */
export function requireOpen({ state }: Attachable): void {
  if (!isFinal(state)) return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Заявка закрыта: её файлы нельзя изменить',
      en: 'The order is closed: its files cannot be changed',
    },
  });
}
