import { CabinetError } from '../../shared/errors.ts';
import type { ProductRecord, ProductStatus } from '../../shared/product/product-record.ts';

/** What the carrier can make of a service without an order: suspend it and resume it. */
const transitions: Partial<Readonly<Record<ProductStatus, readonly ProductStatus[]>>> = {
  active: ['suspended'],
  suspended: ['active'],
};

/**
 * The service in its next status. An order that changes the service leaves its status alone, and goes on; one that
 * disconnects it remembers the status to return to, which therefore stays until the order is decided
 * (docs/adr/0037).
 *
 * @throws CabinetError `transitionForbidden`, with the statuses that are allowed; `productBusy`
 */
export function changeStatus(product: ProductRecord, status: ProductStatus): ProductRecord {
  const allowed = transitions[product.status] ?? [];
  if (!allowed.includes(status)) throw new CabinetError('transitionForbidden', { allowed });
  if (product.openItem?.action === 'delete') {
    const { orderId } = product.openItem;
    throw new CabinetError('productBusy', {
      message: {
        ru: `Услугу отключает заявка ${orderId}: сначала решите её`,
        en: `The order ${orderId} disconnects the service: decide it first`,
      },
    });
  }
  return { ...product, status, version: product.version + 1 };
}
