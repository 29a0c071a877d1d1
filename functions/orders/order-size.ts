import { CabinetError } from '../../shared/errors.ts';
import type { OrderRecord } from './order-record.ts';

/** Maximum size of an order's JSON in bytes. The rest of a DynamoDB item is reserved for notes and progress. */
const maxOrderBytes = 200_000;

/**
 * Refuses an order that could exceed the maximum size of a DynamoDB item while it is processed.
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
