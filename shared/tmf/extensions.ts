/** The TM Forum APIs that the cabinet implements, release 4. */
export const tmfApis = [
  'TMF620',
  'TMF621',
  'TMF622',
  'TMF632',
  'TMF635',
  'TMF637',
  'TMF639',
  'TMF651',
  'TMF667',
  'TMF669',
  'TMF678',
  'TMF681',
  'TMF688',
] as const;

export type TmfApi = (typeof tmfApis)[number];

/** Descriptions of our attributes, by TMF definition and attribute name. */
type ExtensionsOfApi = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * All attributes that the cabinet adds to TM Forum's definitions. The tests allow no others in the official definitions,
 * and `openapi.json` marks them. The names of the definitions are TMF's.
 */
export const extensions: Readonly<Partial<Record<TmfApi, ExtensionsOfApi>>> = {
  TMF620: {
    ProductOffering: {
      deliveryWorkingDays: 'Working days from acceptance to delivery that the carrier promises',
      placeRequired: 'Whether an order has to include the place of delivery',
    },
    ProductOfferingPriceRefOrValue: {
      prodSpecCharValueUse:
        'As in ProductOfferingPrice: the values under which the price applies, and the characteristic that multiplies it',
    },
    ProductSpecificationCharacteristic: { label: 'Display name; `name` is a stable code' },
    ProductSpecificationCharacteristicValueUse: {
      label: 'Display name; `name` is a stable code',
      configurable: 'Whether it can be changed on a delivered service',
    },
    CharacteristicValueSpecification: { label: 'Display text; `value` is a stable code' },
  },
  TMF622: {
    ProductOrder: {
      milestone: 'Submitted, accepted, delivered: when each is due, when it was reached, and whether in time',
      waitingFor: 'Who has to act next, the operator or the carrier; absent when the order is final',
      dueDate: 'When the next action of `waitingFor` is due',
      overdue: 'Whether `dueDate` has passed',
    },
    ProductOrderItem: {
      milestone: 'Accepted, delivered: when each is due, when it was reached, and whether in time',
      waitingFor: 'Who has to act next for this item; absent when the item is final',
      dueDate: 'When the next action of `waitingFor` is due',
      overdue: 'Whether `dueDate` has passed',
      nextState: 'States that the caller can move the item to, and whether a reason is required',
    },
  },
  TMF632: {
    Organization: {
      suspended: 'Whether its users have read-only access',
      operatorId:
        'On creation: the id of the operator in groups, keys and numbers; derived from the name by default',
    },
  },
  TMF637: {
    Product: {
      externalId: 'The operator’s own reference for the service, from the order',
      category: 'Categories of the catalogue that the service belongs to',
      openOrderItem: 'The open order item; another order for the service is refused meanwhile',
    },
    Characteristic: {
      label: 'Display name; `name` is a stable code',
      valueLabel: 'Display text of `value`, if it is a code of a list',
      unitOfMeasure: 'Unit of a number',
    },
  },
};

/** Attributes that we add to TMF's `Error` in every API. */
export const errorExtensions: Readonly<Record<string, string>> = {
  problem: 'All invalid fields: JSON Pointer (`?name` for a query parameter) and what is valid',
  allowed: 'For a forbidden transition: the allowed states',
};
