import { acceptanceDueOf } from './clock.ts';
import { latest, targetOf } from './order-progress.ts';
import { isWork, orderDateOf, type OrderRecord, type Progress, type WorkItem } from './order-record.ts';
import type { MilestoneResource } from './order-resource.ts';
import { isFinal } from '../../shared/order/order-state.ts';

interface Milestone {
  readonly name: MilestoneResource['name'];
  readonly targetDate: string | undefined;
  readonly actualDate: string | undefined;
  /** Whether it will never be reached. */
  readonly isDropped: boolean;
}

/** Milestones of an item of an order: target and actual dates of its acceptance and delivery. */
export function milestonesOfItem(orderDate: string, { progress }: WorkItem, now: Date): MilestoneResource[] {
  return [acceptance(orderDate, progress), delivery(progress)].map((milestone) => present(milestone, now));
}

/** Milestones of an order: it is accepted when the last of its items is, and delivered likewise. */
export function milestonesOfOrder(order: OrderRecord, now: Date): MilestoneResource[] {
  const items = order.items.filter(isWork).map(({ progress }) => progress);
  const orderDate = orderDateOf(order);
  const acceptances = items.map((progress) => acceptance(orderDate, progress));
  const isUndecided = acceptances.some(({ actualDate, isDropped }) => actualDate === undefined && !isDropped);
  const acceptedAt = isUndecided
    ? undefined
    : latest(acceptances.flatMap(({ actualDate }) => actualDate ?? []));
  const milestones: readonly Milestone[] = [
    { name: 'submitted', targetDate: undefined, actualDate: orderDate, isDropped: false },
    {
      name: 'accepted',
      targetDate: acceptanceDueOf(orderDate),
      actualDate: acceptedAt,
      isDropped: !isUndecided && acceptedAt === undefined,
    },
    {
      name: 'delivered',
      targetDate: targetOf(order),
      actualDate: order.completionDate,
      isDropped: isFinal(order.state) && order.completionDate === undefined,
    },
  ];
  return milestones.map((milestone) => present(milestone, now));
}

function acceptance(orderDate: string, { state, acceptedAt }: Progress): Milestone {
  return {
    name: 'accepted',
    targetDate: acceptanceDueOf(orderDate),
    actualDate: acceptedAt,
    isDropped: isFinal(state),
  };
}

function delivery({ state, target, endedAt }: Progress): Milestone {
  return {
    name: 'delivered',
    targetDate: target,
    actualDate: state === 'completed' ? endedAt : undefined,
    isDropped: isFinal(state),
  };
}

function present(milestone: Milestone, now: Date): MilestoneResource {
  const { name, targetDate, actualDate } = milestone;
  return { name, status: statusOf(milestone, now), targetDate, actualDate };
}

function statusOf({ targetDate, actualDate, isDropped }: Milestone, now: Date): MilestoneResource['status'] {
  const isLate = (moment: Date) => targetDate !== undefined && moment.getTime() > Date.parse(targetDate);
  if (actualDate !== undefined) return isLate(new Date(actualDate)) ? 'metLate' : 'met';
  if (isDropped) return 'dropped';
  return isLate(now) ? 'overdue' : 'expected';
}
