import * as z from 'zod';
import { defineRoutes } from '../../shared/http/route.ts';
import { selection } from '../../shared/http/list-query.ts';
import { orderingRoles } from '../../shared/order/actor.ts';
import { cancellationListQuery, orderListQuery, pageQuery } from './list-query.ts';
import {
  cancellationRequest,
  noteRequest,
  orderPatch,
  orderRequest,
  transitionRequest,
} from './order-request.ts';
import { cancelProductOrder, note, orderEvent, orderValidation, productOrder } from './order-resource.ts';

const everybody = [...orderingRoles, 'manager'] as const;

const params = z.strictObject({ id: z.string() });
const tmf = '/tmf-api/productOrderingManagement/v4';
const ours = '/cabinet/v1/productOrder';

export const routes = defineRoutes({
  listProductOrder: {
    method: 'GET',
    path: `${tmf}/productOrder`,
    summary:
      'Orders of an operator; of an account manager without operatorId, what is still to be done, by due date',
    access: everybody,
    query: orderListQuery,
    success: { status: 200, body: z.array(productOrder) },
  },
  readProductOrder: {
    method: 'GET',
    path: `${tmf}/productOrder/{id}`,
    summary: 'One order: its items, prices, milestones, and who is waited for',
    access: everybody,
    params,
    query: z.strictObject({ ...selection }),
    success: { status: 200, body: productOrder },
  },
  createProductOrder: {
    method: 'POST',
    path: `${tmf}/productOrder`,
    summary: 'Orders connections, changes and disconnections of services',
    access: orderingRoles,
    body: orderRequest,
    success: { status: 201, body: productOrder },
    creates: true,
  },
  changeProductOrder: {
    method: 'PATCH',
    path: `${tmf}/productOrder/{id}`,
    summary:
      'Changes what its operator may change of an order (JSON Merge Patch; productOrderItem is optional)',
    access: orderingRoles,
    params,
    body: orderPatch,
    success: { status: 200, body: productOrder },
    conditional: true,
  },
  listCancelProductOrder: {
    method: 'GET',
    path: `${tmf}/cancelProductOrder`,
    summary: 'Requests for the cancellation of orders',
    access: everybody,
    query: cancellationListQuery,
    success: { status: 200, body: z.array(cancelProductOrder) },
  },
  readCancelProductOrder: {
    method: 'GET',
    path: `${tmf}/cancelProductOrder/{id}`,
    summary: 'One request for cancellation, and what became of it',
    access: everybody,
    params,
    query: z.strictObject({ ...selection }),
    success: { status: 200, body: cancelProductOrder },
  },
  createCancelProductOrder: {
    method: 'POST',
    path: `${tmf}/cancelProductOrder`,
    summary: 'Asks for the cancellation of everything in an order that is not final',
    access: orderingRoles,
    body: cancellationRequest,
    success: { status: 201, body: cancelProductOrder },
    creates: true,
  },
  validateProductOrder: {
    method: 'POST',
    path: `${ours}/validation`,
    summary: 'What an order would come to: everything that is wrong, prices, delivery date; nothing is kept',
    access: orderingRoles,
    body: orderRequest,
    success: { status: 200, body: orderValidation },
    writes: false,
  },
  transitionProductOrder: {
    method: 'POST',
    path: `${ours}/{id}/transition`,
    summary: 'Moves items of an order to another state, or promises another date',
    access: everybody,
    params,
    body: transitionRequest,
    success: { status: 200, body: productOrder },
    conditional: true,
  },
  createProductOrderNote: {
    method: 'POST',
    path: `${ours}/{id}/note`,
    summary: 'Adds a note to an order',
    access: everybody,
    params,
    body: noteRequest,
    success: { status: 201, body: note },
    creates: true,
  },
  listProductOrderNote: {
    method: 'GET',
    path: `${ours}/{id}/note`,
    summary: 'All notes to an order, newest first',
    access: everybody,
    params,
    query: pageQuery,
    success: { status: 200, body: z.array(note) },
  },
  listProductOrderHistory: {
    method: 'GET',
    path: `${ours}/{id}/history`,
    summary: 'Everything that happened to an order, newest first: who, when, why',
    access: everybody,
    params,
    query: pageQuery,
    success: { status: 200, body: z.array(orderEvent) },
  },
});
