import type { OfferingRecord, PriceRecord, SpecificationRecord } from '../../../functions/catalog/records.ts';

/** What belongs together in the stock: specifications, their prices and what is sold with them. */
export interface Family {
  readonly specifications: readonly SpecificationRecord[];
  readonly prices: readonly PriceRecord[];
  readonly offerings: readonly OfferingRecord[];
}
