import { CabinetError } from '../../shared/errors.ts';
import { withNextEvent } from '../../shared/history/history-item.ts';
import type { ProductRecord, ProductStatus } from '../../shared/product/product-record.ts';

/** Transitions that the carrier can make without an order: suspend and resume. */
const transitions: Partial<Readonly<Record<ProductStatus, readonly ProductStatus[]>>> = {
  active: ['suspended'],
  suspended: ['active'],
};

/**
 * The service in its next status. An open order does not prevent this: it identifies the service by the item that
 * locks it, not by a version or status that it has read (docs/adr/0037).
 *
 * @throws CabinetError `transitionForbidden`, with the statuses that are allowed
 */
export function changeStatus(product: ProductRecord, status: ProductStatus): ProductRecord {
  const allowed = transitions[product.status] ?? [];
  if (!allowed.includes(status)) throw new CabinetError('transitionForbidden', { allowed });
  return withNextEvent({ ...product, status, version: product.version + 1 });
}
