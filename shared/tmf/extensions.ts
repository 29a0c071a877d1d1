/** The TM Forum APIs that the cabinet speaks, release 4. */
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

/** What an attribute of ours means, in one sentence, by its name and the TMF definition that it stands in. */
type ExtensionsOfApi = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Every attribute that the cabinet adds to what TM Forum defines: the whole list. The tests close every object of the
 * official definitions but for these, and `openapi.json` marks them. A definition's name is TMF's own.
 */
export const extensions: Readonly<Partial<Record<TmfApi, ExtensionsOfApi>>> = {
  TMF620: {
    ProductOffering: {
      deliveryWorkingDays: 'Working days from acceptance to delivery that the carrier promises',
      placeRequired: 'Whether an order has to say where the service is to be delivered',
    },
    ProductOfferingPriceRefOrValue: {
      prodSpecCharValueUse:
        'As in ProductOfferingPrice: the values under which the price applies, and the characteristic that multiplies it',
    },
    ProductSpecificationCharacteristic: { label: 'Name for people; `name` is a stable code' },
    ProductSpecificationCharacteristicValueUse: {
      label: 'Name for people; `name` is a stable code',
      configurable: 'Whether a delivered service can have it changed',
    },
    CharacteristicValueSpecification: { label: 'What people read; `value` is a stable code' },
  },
  TMF622: {
    ProductOrder: {
      milestone:
        'Submitted, accepted, delivered: when each is to be, when it was, and whether that was in time',
      waitingFor: 'Who has to act next, the operator or the carrier; absent when the order is final',
      dueDate: 'When the one who is waited for owes the next thing',
      overdue: 'Whether that moment has passed',
    },
    ProductOrderItem: {
      milestone: 'Accepted, delivered: when each is to be, when it was, and whether that was in time',
      waitingFor: 'Who has to act next for this item; absent when the item is final',
      dueDate: 'When the one who is waited for owes the next thing',
      overdue: 'Whether that moment has passed',
      nextState: 'Where the reader can take the item from here, and whether a reason has to be given',
    },
  },
  TMF632: {
    Organization: {
      suspended: 'Reading works for its people, writing does not',
      operatorId:
        'Of a creation: the id that the operator gets in groups, keys and numbers; made of the name where it is absent',
    },
  },
  TMF637: {
    Product: {
      externalId: 'Reference that the operator gave the service in its order',
      category: 'Categories of the catalogue that the service belongs to',
      openOrderItem:
        'The order item that is being worked on; another order for the service is refused meanwhile',
    },
    Characteristic: {
      label: 'Name for people; `name` is a stable code',
      valueLabel: 'What people read for `value`, where that is a code of a list',
      unitOfMeasure: 'Unit of a number',
    },
  },
};

/** Attributes that every API's `Error` can carry beside TMF's. */
export const errorExtensions: Readonly<Record<string, string>> = {
  problem: 'Every wrong field: its JSON Pointer (a query parameter is `?name`) and what would be right',
  allowed: 'Of a forbidden transition: the states that are allowed instead',
};
