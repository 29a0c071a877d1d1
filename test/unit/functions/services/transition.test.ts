import { describe, expect, it } from 'vitest';
import { changeStatus } from '../../../../functions/services/transition.ts';
import type { CabinetError } from '../../../../shared/errors.ts';
import { productStatuses, type ProductStatus } from '../../../../shared/product/product-record.ts';
import { productOf } from './product-fixture.ts';

const possible: Partial<Record<ProductStatus, ProductStatus>> = { active: 'suspended', suspended: 'active' };

describe('the carrier changes the status of a service', () => {
  it.each(productStatuses.flatMap((from) => productStatuses.map((to) => ({ from, to }))))(
    'from $from to $to only if one is active and the other suspended',
    ({ from, to }) => {
      const product = productOf('alfa', 1, { status: from, version: 4 });
      if (possible[from] === to) {
        expect(changeStatus(product, to)).toEqual({ ...product, status: to, version: 5, historySequence: 2 });
        return;
      }
      const allowed = [possible[from] ?? []].flat();
      expect(() => changeStatus(product, to)).toThrow(
        expect.objectContaining({ code: 'transitionForbidden', details: { allowed } }) as CabinetError,
      );
    },
  );

  it.each(['modify', 'delete'] as const)('even if an order to %s it has locked it', (action) => {
    const openItem = { orderId: 'alfa-01K0000000000000000000000B', itemId: '1', action };
    const product = productOf('alfa', 1, { openItem });
    expect(changeStatus(product, 'suspended')).toMatchObject({ status: 'suspended', openItem });
  });
});
