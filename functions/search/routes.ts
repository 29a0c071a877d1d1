import * as z from 'zod';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { orderActions } from '../../shared/product/product-record.ts';

const found = { id: z.string(), href: z.string(), name: z.string(), externalId: z.string().optional() };

/** A found order. Its name is that of its first item. */
const foundOrder = z.strictObject({
  ...found,
  '@type': z.literal('CabinetFoundOrder'),
  action: z.enum(orderActions),
  state: z.string(),
});

/** A found service. */
const foundProduct = z.strictObject({
  ...found,
  '@type': z.literal('CabinetFoundProduct'),
  status: z.string(),
});

export const routes = defineRoutes({
  search: {
    method: 'GET',
    path: '/cabinet/v1/search',
    summary:
      'Finds orders and services of an operator by id, number, or the beginning of a reference or name',
    access: ['administrator', 'technical', 'manager', 'support'],
    query: z.strictObject({
      /** The search text, case-insensitive. */
      q: z.string().trim().min(2).max(100),
      /** The operator; required for the carrier's people. */
      operatorId: operatorIdSchema.optional(),
    }),
    success: {
      status: 200,
      body: z.strictObject({
        '@type': z.literal('CabinetSearch'),
        order: z.array(foundOrder),
        product: z.array(foundProduct),
      }),
    },
  },
});
