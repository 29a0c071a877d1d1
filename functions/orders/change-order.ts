import { CabinetError, invalidRequest, type Problem } from '../../shared/errors.ts';
import type { OfferingRecord } from '../../shared/offering/offering-record.ts';
import { withNextEvent } from '../../shared/history/history-item.ts';
import { patchedDetails } from './change-details.ts';
import { configurableStates, type ItemChange, patchItem } from './change-item.ts';
import type { OrderRecord } from './order-record.ts';
import type { OrderPatch } from './order-request.ts';
import { refuseOversize } from './order-size.ts';
import { effectOfChange, withEffect } from './product-effects.ts';
import { stateChange } from '../../shared/order/order-event.ts';
import type { OrderState } from '../../shared/order/order-state.ts';
import type { ChangedOrder } from './transition.ts';

/** States in which an operator can change an order at all. */
const changeableStates: readonly OrderState[] = ['acknowledged', 'inProgress', 'pending', 'held'];

interface Asking {
  readonly order: OrderRecord;
  readonly patch: OrderPatch;
  /** Offerings as they were when the order was placed. */
  readonly terms: ReadonlyMap<string, OfferingRecord>;
  readonly now: Date;
}

/**
 * Applies an operator's patch to an order.
 *
 * @returns undefined if nothing changes
 * @throws CabinetError `invalidRequest`; `changeForbidden` if its state, or an item's, does not allow it;
 *   `payloadTooLarge`
 */
export function changeOrder({ order, patch, terms, now }: Asking): ChangedOrder | undefined {
  const details = patchedDetails(order, patch, now);
  const patched = (patch.productOrderItem ?? []).map((item, index) =>
    patchItem({ order: details.order, patch: item, pointer: `/productOrderItem/${index}`, terms }),
  );
  const problems = [
    ...details.problems,
    ...problemsOfIds(patch),
    ...patched.flatMap((item) => item.problems),
  ];
  if (problems.length > 0) throw invalidRequest(problems);

  const itemChanges = patched.flatMap(({ change }) => change ?? []);
  const changes = [...details.changes, ...itemChanges.flatMap((item) => item.changes)];
  if (changes.length === 0) return undefined;
  refuseState(order);
  for (const { before } of itemChanges) refuseItemState(before);
  const steps = itemChanges.map(({ before, after, changes: of }) =>
    withEffect({
      before,
      after,
      effect: effectOfChange({ order, before, after, now, reason: undefined }, of),
    }),
  );
  const changed: OrderRecord = withNextEvent({
    ...details.order,
    version: order.version + 1,
    items: details.order.items.map((item) => steps.find(({ before }) => before === item)?.after ?? item),
  });
  refuseOversize(changed);
  return {
    order: changed,
    event: {
      kind: 'changed',
      state: changed.state,
      change: [...stateChange(order.state, changed.state), ...changes],
    },
    effects: steps.flatMap(({ effect }) => effect ?? []),
  };
}

function problemsOfIds({ productOrderItem: items = [] }: OrderPatch): readonly Problem[] {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    return [
      {
        pointer: `/productOrderItem/${index}/id`,
        message: { ru: 'Позиция указана дважды', en: 'This item is listed twice' },
      },
    ];
  });
}

function refuseState({ state }: OrderRecord): void {
  if (changeableStates.includes(state)) return;
  const list = changeableStates.join(', ');
  throw new CabinetError('changeForbidden', {
    message: {
      ru: `Заявка в состоянии ${state}; изменить её можно в состояниях: ${list}`,
      en: `The order is ${state}; it can be changed while it is: ${list}`,
    },
  });
}

function refuseItemState({ id, progress }: ItemChange['before']): void {
  if (configurableStates.includes(progress.state)) return;
  const list = configurableStates.join(', ');
  throw new CabinetError('changeForbidden', {
    message: {
      ru: `Позиция ${id} в состоянии ${progress.state}; изменить её можно в состояниях: ${list}`,
      en: `Item ${id} is ${progress.state}; it can be changed while it is: ${list}`,
    },
  });
}
