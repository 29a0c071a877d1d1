import { CabinetError } from '../../shared/errors.ts';
import type { OrderRecord } from './order-record.ts';

/** Bytes of JSON that an operator can fill. The rest of what an item may have is left for notes and progress. */
const maxOrderBytes = 200_000;

/**
 * Refuses an order that would grow beyond the size of an item while it is processed.
 *
 * @throws CabinetError `payloadTooLarge`
 */
export function refuseOversize({ notes, ...order }: OrderRecord): void {
  const bytes = Buffer.byteLength(JSON.stringify({ ...order, notes: notes.length }));
  if (bytes <= maxOrderBytes) return;
  throw new CabinetError('payloadTooLarge', {
    message: {
      ru: 'Заявка слишком велика: разделите её на несколько',
      en: 'The order is too large: divide it into several',
    },
  });
}
