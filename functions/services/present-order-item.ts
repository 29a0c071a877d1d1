import type { ProductRecord } from '../../shared/product/product-record.ts';
import type { ProductResource } from './product-resource.ts';

/** A TMF reference to an order item. */
export function presentOrderItem({
  orderId,
  itemId,
  action,
}: ProductRecord['orderItems'][number]): ProductResource['productOrderItem'][number] {
  return {
    productOrderId: orderId,
    productOrderHref: `/tmf-api/productOrderingManagement/v4/productOrder/${orderId}`,
    orderItemId: itemId,
    orderItemAction: action,
  };
}
