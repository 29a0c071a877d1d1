import { CabinetError, invalidRequest, type Problem } from '../../shared/errors.ts';
import { moscowDayOf } from '../../shared/time/moscow-day.ts';
import { earliestPromise } from './advance.ts';
import { isWork, openItemsOf, type OrderRecord, type WorkItem } from './order-record.ts';
import type { TransitionRequest } from './order-request.ts';
import type { ItemState } from '../../shared/order/order-state.ts';
import { type Actor, type Transition, transitionsFrom } from './state-machine.ts';

/** States in which a promised date can be changed, and to which an item can move together with a new one. */
const promisedStates: readonly ItemState[] = ['inProgress', 'pending', 'held'];

/**
 * Checks a transition for all of the items: it is refused if one of them cannot make it.
 *
 * @returns the items that are affected
 * @throws CabinetError `transitionForbidden` with what is allowed; `invalidRequest` for an unknown item, or a missing
 *   or invalid reason or date
 */
export function checkTransition(
  order: OrderRecord,
  request: TransitionRequest,
  actor: Actor,
  now: Date,
): readonly WorkItem[] {
  const items = addressed(order, request.itemId);
  const arrows = items.flatMap((item) => arrowTo(item, request, actor) ?? []);
  if (items.length === 0 || arrows.length < items.length) throw forbidden(items, request, actor);
  const problems = [
    ...problemsOfDate(request, actor, now),
    ...problemsOfReason(order, items, arrows, request, now),
  ];
  if (problems.length > 0) throw invalidRequest(problems);
  return items;
}

function addressed(order: OrderRecord, itemId: string | undefined): readonly WorkItem[] {
  if (itemId === undefined) return openItemsOf(order);
  const items = order.items.filter(isWork);
  const found = items.filter(({ id }) => id === itemId);
  if (found.length > 0) return found;
  const list = items.map(({ id }) => id).join(', ');
  throw invalidRequest([
    {
      pointer: '/itemId',
      message: {
        ru: `Позиции в работе: ${list}`,
        en: `The items being processed are: ${list}`,
      },
    },
  ]);
}

type Move = Pick<TransitionRequest, 'state' | 'expectedCompletionDate'>;

/** A new promised date for an item that keeps its state: not a transition of the state machine. */
const anotherPromise = { reason: 'required' } as const;

function arrowTo(
  { progress }: WorkItem,
  { state, expectedCompletionDate }: Move,
  actor: Actor,
): Pick<Transition, 'reason'> | undefined {
  if (state !== progress.state) return transitionsFrom(progress, actor).find(({ to }) => to === state);
  const isPromised = actor === 'manager' && promisedStates.includes(state);
  return isPromised && expectedCompletionDate !== undefined ? anotherPromise : undefined;
}

/** The error lists the states that all of the items could move to instead. */
export function forbidden(items: readonly WorkItem[], move: Move, actor: Actor): CabinetError {
  const [first = [], ...others] = items.map(({ progress }) =>
    transitionsFrom(progress, actor).map((transition) => transition.to),
  );
  const allowed = first.filter((state) => others.every((states) => states.includes(state)));
  const blocking = items
    .filter((item) => arrowTo(item, move, actor) === undefined)
    .map(({ id, progress }) => `${id} (${progress.state})`)
    .join(', ');
  return new CabinetError('transitionForbidden', {
    allowed,
    message:
      items.length === 0
        ? { ru: 'Заявка уже завершена', en: 'The order is already final' }
        : {
            ru: `Не могут перейти в ${move.state} позиции: ${blocking}`,
            en: `These items cannot move to ${move.state}: ${blocking}`,
          },
  });
}

function problemsOfDate(
  { state, expectedCompletionDate }: TransitionRequest,
  actor: Actor,
  now: Date,
): readonly Problem[] {
  const pointer = '/expectedCompletionDate';
  if (expectedCompletionDate === undefined) return [];
  if (actor !== 'manager' || !promisedStates.includes(state)) {
    const list = promisedStates.join(', ');
    return [
      {
        pointer,
        message: {
          ru: `Плановый срок указывает персональный менеджер вместе с одним из состояний: ${list}`,
          en: `Only the account manager sets a promised date, together with one of these states: ${list}`,
        },
      },
    ];
  }
  const today = moscowDayOf(now);
  if (moscowDayOf(new Date(expectedCompletionDate)) < today) {
    return [
      { pointer, message: { ru: `Не раньше сегодняшнего дня, ${today}`, en: `Not before today, ${today}` } },
    ];
  }
  return [];
}

function problemsOfReason(
  order: OrderRecord,
  items: readonly WorkItem[],
  arrows: readonly Pick<Transition, 'reason'>[],
  { reason, expectedCompletionDate: promise }: TransitionRequest,
  now: Date,
): readonly Problem[] {
  if (reason !== undefined) return [];
  const isNeeded =
    arrows.some((arrow) => arrow.reason === 'required') ||
    (promise !== undefined && items.some((item) => movesPromise(item, order, promise, now)));
  return isNeeded ? [{ pointer: '/reason', message: { ru: 'Укажите причину', en: 'Give a reason' } }] : [];
}

/** Whether a date differs from the promised one or, if there is none yet, is later than the offering allows. */
function movesPromise(item: WorkItem, order: OrderRecord, promise: string, now: Date): boolean {
  const date = new Date(promise);
  if (item.progress.acceptedAt === undefined) return date > new Date(earliestPromise(item, order, now));
  return date.getTime() !== new Date(item.progress.target).getTime();
}
