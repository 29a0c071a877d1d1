import { CabinetError, invalidRequest, type Problem } from '../../shared/errors.ts';
import { problemsOfDates } from './check-dates.ts';
import { type CheckedItem, checkItem } from './check-item.ts';
import type { References } from './references.ts';
import type { OrderItemRequest, OrderRequest } from './order-request.ts';
import { problemsOfRelationships } from './relationships.ts';

/** Result of checking an order: every item that could be read, and every problem. */
export interface CheckedOrder {
  readonly items: readonly NonNullable<CheckedItem['item']>[];
  readonly problems: readonly Problem[];
  /** Services that are locked by another order: the request is valid, but too early. */
  readonly busy: readonly Problem[];
}

/** Checks an order before it is placed, and reports every problem at once. */
export function checkOrder(request: OrderRequest, known: References, now: Date): CheckedOrder {
  const { productOrderItem: items } = request;
  const checked = items.map((item, index) =>
    checkItem({ request: item, pointer: `/productOrderItem/${index}`, known, now }),
  );
  return {
    items: checked.flatMap(({ item }) => item ?? []),
    problems: [
      ...problemsOfDates(request, request, now),
      ...problemsOfIds(items),
      ...problemsOfRelationships(items),
      ...problemsOfContext(items),
      ...checked.flatMap(({ problems }) => problems),
    ],
    busy: busyServices(items, known),
  };
}

/**
 * Refuses an order that has problems.
 *
 * @throws CabinetError `invalidRequest` with every problem, `productBusy` if locked services are the only problem
 */
export function refuseProblems({ problems, busy }: CheckedOrder): void {
  if (problems.length > 0) throw invalidRequest([...problems, ...busy]);
  if (busy.length > 0) throw new CabinetError('productBusy', { problems: busy });
}

/** Ids of items are unique, and a service appears in one item only. */
function problemsOfIds(items: readonly OrderItemRequest[]): readonly Problem[] {
  const idOf = ({ id }: OrderItemRequest) => id;
  const serviceOf = (item: OrderItemRequest) => (works(item) ? item.product?.id : undefined);
  return items.flatMap((_, index) => [
    ...repeats(items, index, idOf, {
      pointer: `/productOrderItem/${index}/id`,
      message: { ru: 'Этот id уже есть у другой позиции', en: 'Another item already has this id' },
    }),
    ...repeats(items, index, serviceOf, {
      pointer: `/productOrderItem/${index}/product/id`,
      message: {
        ru: 'Эта услуга уже есть в другой позиции',
        en: 'Another item already refers to this service',
      },
    }),
  ]);
}

function repeats(
  items: readonly OrderItemRequest[],
  index: number,
  nameOf: (item: OrderItemRequest) => string | undefined,
  problem: Problem,
): readonly Problem[] {
  const names = items.map(nameOf);
  const name = names[index];
  return name !== undefined && names.indexOf(name) < index ? [problem] : [];
}

function problemsOfContext(items: readonly OrderItemRequest[]): readonly Problem[] {
  if (items.some(({ action }) => action !== 'noChange')) return [];
  return [
    {
      pointer: '/productOrderItem',
      message: {
        ru: 'Позиции noChange только поясняют другие: нужна хотя бы одна add, modify или delete',
        en: 'noChange items only explain others: at least one add, modify or delete is needed',
      },
    },
  ];
}

function busyServices(items: readonly OrderItemRequest[], { products }: References): readonly Problem[] {
  return items.flatMap((item, index) => {
    const openItem = works(item) ? products.get(item.product?.id ?? '')?.openItem : undefined;
    if (openItem === undefined) return [];
    return [
      {
        pointer: `/productOrderItem/${index}/product/id`,
        message: {
          ru: `По этой услуге уже открыта заявка ${openItem.orderId}`,
          en: `The service already has an open order, ${openItem.orderId}`,
        },
      },
    ];
  });
}

/** Whether an item changes an existing service. */
function works({ action }: OrderItemRequest): boolean {
  return action === 'modify' || action === 'delete';
}
