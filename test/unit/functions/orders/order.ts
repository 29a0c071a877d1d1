import type { OrderItem, OrderRecord, Progress } from '../../../../functions/orders/order-record.ts';
import type { ItemState } from '../../../../shared/order/order-state.ts';
import { orderStateOf } from '../../../../functions/orders/state-machine.ts';
import type { SignedInActor } from '../../../../shared/history/actor.ts';
import { createIds } from '../../../../shared/table/ids.ts';

/** Monday noon in Moscow. */
export const monday = new Date('2026-11-23T09:00:00.000Z');
export const ids = createIds(() => monday);

export const technical: SignedInActor = { side: 'operator', role: 'technical', sub: 'anna' };

const text = { ru: 'Транзит', en: 'Transit' };
const acceptedStates: readonly ItemState[] = ['inProgress', 'pending', 'held', 'completed', 'failed'];

/** An item in a state, with matching progress. */
export function itemIn(
  state: ItemState,
  parts: Partial<OrderItem> = {},
  progress: Partial<Progress> = {},
): OrderItem {
  const isAccepted = acceptedStates.includes(progress.stateBefore ?? state);
  return {
    id: '1',
    action: 'add',
    name: text,
    offering: { id: 'transit', name: text },
    specification: { id: 'spec', version: '1.0', name: text },
    categoryIds: [],
    characteristics: [{ name: 'bandwidth', value: 200 }],
    places: [{ role: 'installation', name: 'M9' }],
    prices: [],
    deliveryWorkingDays: 10,
    relationships: [],
    ...(isAccepted ? { productUlid: ids(), productSequence: 1 } : {}),
    progress: {
      state,
      target: '2026-12-08T20:59:59.999Z',
      ...(isAccepted ? { acceptedAt: monday.toISOString() } : {}),
      ...progress,
    },
    ...parts,
  };
}

/** An order of these items. */
export function orderOf(items: OrderItem[], parts: Partial<OrderRecord> = {}): OrderRecord {
  return {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    operatorId: 'alfa',
    operatorName: 'Alfa',
    ulid: ids(),
    managerSub: 'boris',
    state: orderStateOf(items.flatMap(({ progress }) => progress?.state ?? [])),
    priority: '4',
    agreements: [],
    items,
    notes: [],
    ...parts,
  };
}
