import * as z from 'zod';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { dateRange, oneOf, paging, selection, sortedBy, texts } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { productStatuses } from '../../shared/product/product-record.ts';
import { product, productEvent } from './product-resource.ts';

const readers = ['administrator', 'technical', 'manager', 'support'] as const;

const params = z.strictObject({ id: z.string() });

/** Filters of a list of services, which are combined with AND. */
const filters = {
  ...oneOf('status', productStatuses),
  ...texts('productOfferingId'),
  ...texts('productSpecificationId'),
  ...texts('categoryId'),
  ...texts('placeId'),
  /** Part of a place's name, case-insensitive. A name may contain a comma, so this is one text and not a list. */
  placeName: z.string().min(1).max(200).optional(),
  /** Beginning of the operator's own reference, or of the name of a service that has none, case-insensitive. */
  reference: z.string().min(1).max(100).optional(),
  ...dateRange('orderDate'),
  ...dateRange('startDate'),
  ...dateRange('terminationDate'),
  /** The operator; required for the carrier's people. */
  operatorId: operatorIdSchema.optional(),
};

export const routes = defineRoutes({
  listProduct: {
    method: 'GET',
    path: '/tmf-api/productInventory/v4/product',
    summary: 'Lists the services of an operator',
    access: readers,
    query: z.strictObject({
      ...paging,
      ...selection,
      ...filters,
      ...sortedBy(['-orderDate', 'orderDate']),
    }),
    success: { status: 200, body: z.array(product) },
  },
  readProduct: {
    method: 'GET',
    path: '/tmf-api/productInventory/v4/product/{id}',
    summary: 'Reads a service: characteristics, price, place, status and its orders',
    access: readers,
    params,
    query: z.strictObject({ ...selection }),
    success: { status: 200, body: product },
  },
  transitionProduct: {
    method: 'POST',
    path: '/cabinet/v1/product/{id}/transition',
    summary: 'Suspends or resumes a service',
    access: ['manager'],
    params,
    body: z.strictObject({
      state: z.enum(['active', 'suspended']),
      reason: z.string().trim().min(1).max(1000),
    }),
    success: { status: 200, body: product },
    conditional: true,
  },
  listProductHistory: {
    method: 'GET',
    path: '/cabinet/v1/product/{id}/history',
    summary: 'Lists the history of a service, newest first',
    access: readers,
    params,
    query: z.strictObject({ ...paging }),
    success: { status: 200, body: z.array(productEvent) },
  },
});
