import * as z from 'zod';
import { defineRoutes } from '../../shared/http/route.ts';
import { selection } from '../../shared/http/list-query.ts';
import { orderRoles, orderingRoles } from '../../shared/order/actor.ts';
import { cancellationListQuery, orderListQuery, pageQuery } from './list-query.ts';
import {
  cancellationRequest,
  noteRequest,
  orderPatch,
  orderRequest,
  transitionRequest,
} from './order-request.ts';
import { cancelProductOrder, note, orderEvent, orderValidation, productOrder } from './order-resource.ts';

const params = z.strictObject({ id: z.string() });
const tmf = '/tmf-api/productOrderingManagement/v4';
const ours = '/cabinet/v1/productOrder';

export const routes = defineRoutes({
  listProductOrder: {
    method: 'GET',
    path: `${tmf}/productOrder`,
    summary:
      'Lists the orders of an operator; for an account manager without operatorId, the work queue by due date',
    access: orderRoles,
    query: orderListQuery,
    success: { status: 200, body: z.array(productOrder) },
  },
  readProductOrder: {
    method: 'GET',
    path: `${tmf}/productOrder/{id}`,
    summary: 'Reads an order: items, prices, milestones and who has to act next',
    access: orderRoles,
    params,
    query: z.strictObject({ ...selection }),
    success: { status: 200, body: productOrder },
  },
  createProductOrder: {
    method: 'POST',
    path: `${tmf}/productOrder`,
    summary: 'Places an order to connect, change or disconnect services',
    access: orderingRoles,
    body: orderRequest,
    success: { status: 201, body: productOrder },
    creates: true,
  },
  changeProductOrder: {
    method: 'PATCH',
    path: `${tmf}/productOrder/{id}`,
    summary: 'Changes an order by JSON Merge Patch (productOrderItem is optional)',
    access: orderingRoles,
    params,
    body: orderPatch,
    success: { status: 200, body: productOrder },
    conditional: true,
  },
  listCancelProductOrder: {
    method: 'GET',
    path: `${tmf}/cancelProductOrder`,
    summary: 'Lists cancellation requests',
    access: orderRoles,
    query: cancellationListQuery,
    success: { status: 200, body: z.array(cancelProductOrder) },
  },
  readCancelProductOrder: {
    method: 'GET',
    path: `${tmf}/cancelProductOrder/{id}`,
    summary: 'Reads a cancellation request and its result',
    access: orderRoles,
    params,
    query: z.strictObject({ ...selection }),
    success: { status: 200, body: cancelProductOrder },
  },
  createCancelProductOrder: {
    method: 'POST',
    path: `${tmf}/cancelProductOrder`,
    summary: 'Requests the cancellation of all open items of an order',
    access: orderingRoles,
    body: cancellationRequest,
    success: { status: 201, body: cancelProductOrder },
    creates: true,
  },
  validateProductOrder: {
    method: 'POST',
    path: `${ours}/validation`,
    summary: 'Validates and prices an order without placing it',
    access: orderingRoles,
    body: orderRequest,
    success: { status: 200, body: orderValidation },
    writes: false,
  },
  transitionProductOrder: {
    method: 'POST',
    path: `${ours}/{id}/transition`,
    summary: 'Moves items of an order to another state, or changes their promised date',
    access: orderRoles,
    params,
    body: transitionRequest,
    success: { status: 200, body: productOrder },
    conditional: true,
  },
  createProductOrderNote: {
    method: 'POST',
    path: `${ours}/{id}/note`,
    summary: 'Adds a note to an order',
    access: orderRoles,
    allowedWhileSuspended: true,
    params,
    body: noteRequest,
    success: { status: 201, body: note },
    creates: true,
  },
  listProductOrderNote: {
    method: 'GET',
    path: `${ours}/{id}/note`,
    summary: 'Lists the notes of an order, newest first',
    access: orderRoles,
    params,
    query: pageQuery,
    success: { status: 200, body: z.array(note) },
  },
  listProductOrderHistory: {
    method: 'GET',
    path: `${ours}/{id}/history`,
    summary: 'Lists the history of an order, newest first',
    access: orderRoles,
    params,
    query: pageQuery,
    success: { status: 200, body: z.array(orderEvent) },
  },
});
