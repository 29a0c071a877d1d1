import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finalStates, isFinal, type ItemState, itemStates } from '../../../../shared/order/order-state.ts';
import {
  actors,
  cancellationStateOf,
  orderStateOf,
  precedence,
  transitions,
  transitionsFrom,
} from '../../../../functions/orders/state-machine.ts';
import type { TransitionRequest } from '../../../../functions/orders/order-request.ts';
import { moveItems } from '../../../../functions/orders/transition.ts';
import { requestCancellation } from '../../../../functions/orders/cancellation.ts';
import { ids, itemIn, monday, orderOf, technical } from './order.ts';

const reason = 'As agreed';
const statesBefore: readonly ItemState[] = ['acknowledged', 'inProgress', 'pending', 'held'];

interface Position {
  readonly state: ItemState;
  readonly stateBefore: ItemState | undefined;
}

/** Every position of an item: a cancellation is requested in a state that the item may return to. */
const positions = itemStates.flatMap((state): Position[] =>
  state === 'assessingCancellation'
    ? statesBefore.map((stateBefore) => ({ state, stateBefore }))
    : [{ state, stateBefore: undefined }],
);

/** Transitions of the diagram, repeated so that the table is not changed by accident. */
const arrows: Readonly<Record<'manager' | 'operator', Partial<Record<ItemState, readonly ItemState[]>>>> = {
  manager: {
    acknowledged: ['inProgress', 'rejected'],
    inProgress: ['pending', 'held', 'completed', 'failed'],
    pending: ['inProgress', 'held'],
    held: ['inProgress', 'pending'],
    pendingCancellation: ['cancelled'],
  },
  operator: { pending: ['inProgress'] },
};

function expectedFor(actor: 'manager' | 'operator', { state, stateBefore }: Position): readonly ItemState[] {
  if (actor === 'manager' && stateBefore !== undefined) return [stateBefore, 'pendingCancellation'];
  return arrows[actor][state] ?? [];
}

const cases = positions.flatMap((position) =>
  (['manager', 'operator'] as const).flatMap((actor) =>
    itemStates.map((to) => ({
      actor,
      position,
      to,
      name: `${actor}: ${position.state}${position.stateBefore ? ` (before: ${position.stateBefore})` : ''} → ${to}`,
    })),
  ),
);

const itemAt = ({ state, stateBefore }: Position) =>
  itemIn(state, {}, stateBefore === undefined ? {} : { stateBefore });

const attempt = (
  { actor, position, to }: (typeof cases)[number],
  parts: Partial<TransitionRequest> = { reason },
) =>
  moveItems({
    order: orderOf([itemAt(position)]),
    request: { state: to, ...parts },
    side: actor === 'manager' ? 'carrier' : 'operator',
    now: monday,
    ids,
  });

const allowed = cases.filter(({ actor, position, to }) => expectedFor(actor, position).includes(to));
const forbidden = cases.filter((candidate) => !allowed.includes(candidate));

describe('a transition', () => {
  it.each(allowed)('is allowed: $name', (candidate) => {
    const { order, event } = attempt(candidate);
    expect(order.items[0]?.progress?.state).toBe(candidate.to);
    expect(order.state).toBe(candidate.to);
    expect(event).toMatchObject({
      reason,
      state: candidate.to,
      change: expect.arrayContaining([
        { field: 'state', before: candidate.position.state, after: candidate.to },
        { item: '1', field: 'state', before: candidate.position.state, after: candidate.to },
      ]),
    });
    expect(order.historySequence).toBe(2);
  });

  it.each(forbidden)('is refused with the allowed states: $name', (candidate) => {
    const expected = expect.objectContaining({
      code: 'transitionForbidden',
      details: expect.objectContaining({
        allowed: expect.toSatisfy((states: ItemState[]) =>
          sameStates(
            states,
            isFinal(candidate.position.state) ? [] : expectedFor(candidate.actor, candidate.position),
          ),
        ),
      }),
    });
    expect(() => attempt(candidate)).toThrow(expected);
  });

  const needing: readonly ItemState[] = ['pending', 'held', 'rejected', 'failed', 'cancelled'];
  it.each(allowed)('needs a reason only if the other side has to know why: $name', (candidate) => {
    const isRefusal = candidate.position.stateBefore === candidate.to;
    const run = () => attempt(candidate, {});
    if (needing.includes(candidate.to) || isRefusal) {
      expect(run).toThrow(
        expect.objectContaining({ details: { problems: [expect.objectContaining({ pointer: '/reason' })] } }),
      );
    } else expect(run).not.toThrow();
  });

  const promised: readonly ItemState[] = ['inProgress', 'pending', 'held'];
  const another = { reason, expectedCompletionDate: '2026-12-20T09:00:00Z' };
  it.each(cases.filter(({ position, to }) => position.state === to))(
    'to the same state changes a promised date, if there is one: $name',
    (candidate) => {
      if (candidate.actor === 'manager' && promised.includes(candidate.to)) {
        const { order, event } = attempt(candidate, another);
        expect(order.items[0]?.progress).toMatchObject({
          state: candidate.to,
          target: '2026-12-20T09:00:00.000Z',
        });
        expect(event).toMatchObject({
          reason,
          change: [
            {
              item: '1',
              field: 'expectedCompletionDate',
              before: '2026-12-08T20:59:59.999Z',
              after: '2026-12-20T09:00:00.000Z',
            },
          ],
        });
      } else {
        expect(() => attempt(candidate, another)).toThrow(
          expect.objectContaining({ code: 'transitionForbidden' }),
        );
      }
    },
  );

  it.each([
    ['from the operator', 'operator', 'pending', 'inProgress', another],
    ['together with a final state', 'manager', 'inProgress', 'completed', another],
    [
      'before today',
      'manager',
      'acknowledged',
      'inProgress',
      { ...another, expectedCompletionDate: '2026-11-22T09:00:00Z' },
    ],
  ] as const)('refuses a promised date %s', (_who, actor, state, to, parts) => {
    const candidate = { actor, position: { state, stateBefore: undefined }, to, name: '' };
    expect(() => attempt(candidate, parts)).toThrow(
      expect.objectContaining({
        details: { problems: [expect.objectContaining({ pointer: '/expectedCompletionDate' })] },
      }),
    );
  });

  it('never leaves a final state', () => {
    for (const state of finalStates) {
      for (const actor of actors) expect(transitionsFrom({ state }, actor)).toEqual([]);
    }
  });

  it('can reach every state but the first, and leave every state that is not final', () => {
    const reached = new Set(transitions.map(({ to }) => to));
    const left = new Set(transitions.map(({ from }) => from));
    expect(itemStates.filter((state) => !reached.has(state))).toEqual([]);
    expect(itemStates.filter((state) => !left.has(state))).toEqual([...finalStates]);
  });
});

describe('a request for cancellation', () => {
  it.each(positions)('is possible only before anything is final or being cancelled: $state', (position) => {
    const ask = () =>
      requestCancellation({
        order: orderOf([itemAt(position)]),
        request: { productOrder: { id: 'x' } },
        ulid: ids(),
        by: technical,
        now: monday,
      });
    if (statesBefore.includes(position.state)) {
      expect(ask().order.items[0]?.progress).toMatchObject({
        state: 'assessingCancellation',
        stateBefore: position.state,
      });
    } else expect(ask).toThrow(expect.objectContaining({ code: 'transitionForbidden' }));
  });

  it.each([
    [['assessingCancellation', 'assessingCancellation'], 'acknowledged'],
    [['assessingCancellation', 'inProgress'], 'inProgress'],
    [['pendingCancellation', 'pendingCancellation'], 'inProgress'],
    [['cancelled', 'pendingCancellation'], 'inProgress'],
    [['cancelled', 'cancelled'], 'done'],
    [['cancelled', 'held'], 'terminatedWithError'],
    [['acknowledged', 'acknowledged'], 'terminatedWithError'],
  ] as const)('derives its state from its items: %s is %s', (states, expected) => {
    expect(cancellationStateOf(states)).toBe(expected);
  });
});

describe('the state of an order', () => {
  const someStates = fc.array(fc.constantFrom(...itemStates), { minLength: 1, maxLength: 40 });

  it('is the first open state that occurs', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        const open = precedence.filter((state) => states.includes(state));
        if (open.length > 0) expect(orderStateOf(states)).toBe(open[0]);
      }),
    );
  });

  it('is final exactly when every item is', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        expect(isFinal(orderStateOf(states))).toBe(states.every((state) => isFinal(state)));
      }),
    );
  });

  it.each([
    [['completed', 'completed'], 'completed'],
    [['rejected', 'rejected'], 'rejected'],
    [['completed', 'rejected'], 'partial'],
    [['completed', 'failed', 'cancelled'], 'partial'],
    [['failed', 'cancelled'], 'failed'],
    [['rejected', 'cancelled'], 'cancelled'],
  ] as const)('of final items %s is %s', (states, expected) => {
    expect(orderStateOf(states)).toBe(expected);
  });

  it('does not depend on the order of its items', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        expect(orderStateOf(states.toReversed())).toBe(orderStateOf(states));
      }),
    );
  });
});

function sameStates(one: readonly ItemState[], other: readonly ItemState[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}
