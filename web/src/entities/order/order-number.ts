/**
 * Short number of an order: the end of its id, since the beginnings of ids are alike.
 * Two groups of four can be read out over the telephone without mistakes.
 */
export function orderNumber(id: string): string {
  return `${id.slice(-8, -4)}-${id.slice(-4)}`;
}
