import { presentPrices } from '../../shared/product/price-resource.ts';
import type { CharacteristicValue, ProductRecord } from '../../shared/product/product-record.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Language } from '../../shared/text.ts';
import { presentOrderItem } from './present-order-item.ts';
import type { ProductResource } from './product-resource.ts';
import type { Wording } from './wording-cache.ts';

const catalog = '/tmf-api/productCatalogManagement/v4';

/** Context for presenting a service. */
interface Showing {
  /** Display names of the characteristics of its offering. */
  readonly wording: Wording;
  readonly language: Language;
  /** Decides the rate of value added tax. */
  readonly now: Date;
}

/** A service as a TMF637 resource. */
export function presentProduct(product: ProductRecord, { wording, language, now }: Showing): ProductResource {
  const { operatorId, specification, offering, startDate, terminationDate, externalId } = product;
  const id = formatEntityId(product);
  return {
    id,
    href: `/tmf-api/productInventory/v4/product/${id}`,
    '@type': 'CabinetProduct',
    '@baseType': 'Product',
    name: product.name[language],
    status: product.status,
    orderDate: product.orderDate,
    ...(startDate === undefined ? {} : { startDate }),
    ...(terminationDate === undefined ? {} : { terminationDate }),
    ...(externalId === undefined ? {} : { externalId }),
    category: product.categoryIds.map((category) => ({
      id: category,
      href: `${catalog}/category/${category}`,
      '@referredType': 'Category',
    })),
    place: product.places.map(({ id: placeId, name, role }) => ({
      ...(placeId === undefined ? {} : { id: placeId }),
      name,
      role,
      '@referredType': 'GeographicSite',
    })),
    productCharacteristic: product.characteristics.map((value) =>
      presentCharacteristic(value, wording, language),
    ),
    productPrice: presentPrices(product.prices, language, now),
    productOffering: {
      id: offering.id,
      href: `${catalog}/productOffering/${offering.id}`,
      name: offering.name[language],
      '@referredType': 'ProductOffering',
    },
    productSpecification: {
      id: specification.id,
      href: `${catalog}/productSpecification/${specification.id}`,
      name: specification.name[language],
      version: specification.version,
      '@referredType': 'ProductSpecification',
    },
    productOrderItem: product.orderItems.map(presentOrderItem),
    ...(product.openItem === undefined ? {} : { openOrderItem: presentOrderItem(product.openItem) }),
    ...billingOf(product),
    relatedParty: [
      {
        id: operatorId,
        href: `/tmf-api/party/v4/organization/${operatorId}`,
        role: 'customer',
        '@referredType': 'Organization',
      },
    ],
  };
}

function billingOf({
  billingAccountId,
  agreementId,
}: ProductRecord): Pick<ProductResource, 'billingAccount' | 'agreement'> {
  return {
    ...(billingAccountId === undefined
      ? {}
      : { billingAccount: { id: billingAccountId, '@referredType': 'BillingAccount' } }),
    ...(agreementId === undefined
      ? {}
      : {
          agreement: [
            {
              id: agreementId,
              href: `/tmf-api/agreementManagement/v4/agreement/${agreementId}`,
              '@referredType': 'Agreement',
            },
          ],
        }),
  };
}

/** A characteristic that the catalogue no longer describes is shown with its code. */
function presentCharacteristic(
  { name, value }: CharacteristicValue,
  wording: Wording,
  language: Language,
): ProductResource['productCharacteristic'][number] {
  const definition = wording.find((candidate) => candidate.name === name);
  const choice = definition?.choices.find((candidate) => candidate.value === value);
  return {
    name,
    value,
    label: definition?.label[language] ?? name,
    ...(definition === undefined ? {} : { valueType: definition.valueType }),
    ...(choice === undefined ? {} : { valueLabel: choice.label[language] }),
    ...(definition?.unit === undefined ? {} : { unitOfMeasure: definition.unit }),
    '@type': 'CabinetCharacteristic',
    '@baseType': 'Characteristic',
  };
}
