import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { offeringQuery } from '../../../entities/offering/catalog-queries.ts';
import { serviceQuery } from '../../../entities/service/service-queries.ts';
import type { OrderDraft } from './draft.ts';
import type { References, Offering, Service } from './references.ts';

/** Loads the services and offerings of an order's items; those that do not exist or failed to load are absent. */
export function useReferences({ items }: OrderDraft): { known: References; isPending: boolean } {
  const productIds = items.flatMap((item) => (item.action === 'add' ? [] : [item.productId]));
  const services = useQueries({
    queries: [...new Set(productIds)].map(serviceQuery),
    combine: combineServices,
  });
  const offeringIds = items.flatMap((item) => {
    if (item.action === 'add') return [item.offeringId];
    const service = services.found.find(({ id }) => id === item.productId);
    return service === undefined || item.action === 'delete' ? [] : [service.productOffering.id];
  });
  const offerings = useQueries({
    queries: [...new Set(offeringIds)].map(offeringQuery),
    combine: combineOfferings,
  });
  const known = useMemo(
    () => ({ offerings: byId(offerings.found), services: byId(services.found) }),
    [offerings.found, services.found],
  );
  return { known, isPending: services.isPending || offerings.isPending };
}

// Separate functions and plain lists, so that the result stays the same object while nothing changes.
function combineServices(results: readonly UseQueryResult<Service>[]) {
  return combine(results);
}

function combineOfferings(results: readonly UseQueryResult<Offering>[]) {
  return combine(results);
}

function combine<T>(results: readonly UseQueryResult<T>[]) {
  return {
    found: results.flatMap(({ data }) => data ?? []),
    isPending: results.some(({ isPending }) => isPending),
  };
}

function byId<T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
