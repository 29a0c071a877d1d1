import type {
  CharacteristicUse,
  References,
  Offering,
  Service,
} from '../../../../../../web/src/features/orders/new/references.ts';

function characteristic(use: Partial<CharacteristicUse> & { name: string }): CharacteristicUse {
  return {
    label: use.name,
    valueType: 'string',
    configurable: true,
    minCardinality: 0,
    maxCardinality: 1,
    ...use,
  };
}

/** A port with one characteristic of every kind. */
export const port: Offering = {
  id: 'port',
  href: '/tmf-api/productCatalogManagement/v4/productOffering/port',
  '@type': 'CabinetProductOffering',
  '@baseType': 'ProductOffering',
  name: 'Порт',
  version: '1',
  lifecycleStatus: 'active',
  lastUpdate: '2026-01-01T00:00:00Z',
  isSellable: true,
  category: [],
  productSpecification: { id: 'port', href: '', '@referredType': '', name: 'Порт', version: '1' },
  prodSpecCharValueUse: [
    characteristic({ name: 'network', minCardinality: 1, configurable: false }),
    characteristic({
      name: 'bandwidth',
      valueType: 'integer',
      minCardinality: 1,
      productSpecCharacteristicValue: [{ valueFrom: 10, valueTo: 1000, unitOfMeasure: 'Mbit/s' }],
    }),
    characteristic({
      name: 'profile',
      productSpecCharacteristicValue: [
        { value: 'data', label: 'данные', isDefault: true },
        { value: 'voice', label: 'голос' },
      ],
    }),
    characteristic({ name: 'multicast', valueType: 'boolean' }),
    characteristic({ name: 'contact', productSpecCharacteristicValue: [{ regex: '\\+7\\d{10}' }] }),
    characteristic({ name: 'since', valueType: 'date' }),
  ],
  productOfferingPrice: [],
  deliveryWorkingDays: 20,
  placeRequired: true,
};

/** A line, whose ends are characteristics. */
const line: Offering = {
  ...port,
  id: 'line',
  name: 'Канал',
  prodSpecCharValueUse: [
    characteristic({ name: 'endPointA', minCardinality: 1 }),
    characteristic({
      name: 'node',
      productSpecCharacteristicValue: [{ value: 'MSK-M9', label: 'Москва, ММТС-9' }],
    }),
  ],
  placeRequired: false,
};

/** A port that is delivered, at 100 Mbit/s. */
export const deliveredPort: Service = {
  id: 'north-1',
  href: '/tmf-api/productInventory/v4/product/north-1',
  '@type': 'CabinetProduct',
  '@baseType': 'Product',
  name: 'Порт',
  status: 'active',
  orderDate: '2026-01-01T00:00:00Z',
  category: [],
  place: [{ name: 'Псков', role: 'installation', '@referredType': 'GeographicSite' }],
  productCharacteristic: [delivered('network', 'corporate'), delivered('bandwidth', 100)],
  productPrice: [],
  productOffering: { id: 'port' },
  productSpecification: { id: 'port', version: '1' },
  productOrderItem: [],
  relatedParty: [],
};

function delivered(name: string, value: string | number): Service['productCharacteristic'][number] {
  return { name, value, label: name, '@type': 'CabinetCharacteristic', '@baseType': 'Characteristic' };
}

export const known: References = {
  offerings: new Map([port, line].map((offering) => [offering.id, offering])),
  services: new Map([[deliveredPort.id, deliveredPort]]),
};
