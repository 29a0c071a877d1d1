import type { OfferingRecord, PriceRecord, SpecificationRecord } from '../../../functions/catalog/records.ts';

/** Related entities of the stock: specifications, their prices and offerings. */
export interface Family {
  readonly specifications: readonly SpecificationRecord[];
  readonly prices: readonly PriceRecord[];
  readonly offerings: readonly OfferingRecord[];
}
