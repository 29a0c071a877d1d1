import type { Order } from '../../entities/order/order-queries.ts';

/** Time of the last visible change of an order: a milestone, a note or its end; ISO 8601. */
export function lastMoveOf({
  orderDate,
  completionDate,
  cancellationDate,
  milestone,
  note,
}: Pick<Order, 'orderDate' | 'completionDate' | 'cancellationDate' | 'milestone' | 'note'>): string {
  const moments = [
    orderDate,
    completionDate,
    cancellationDate,
    ...milestone.map(({ actualDate }) => actualDate),
    ...note.map(({ date }) => date),
  ];
  return moments
    .flatMap((moment) => moment ?? [])
    .reduce((latest, moment) => (moment > latest ? moment : latest), orderDate);
}
