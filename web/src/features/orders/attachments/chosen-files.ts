/** Files that were chosen for an order before there was one, until its page sends them. */
const chosen = new Map<string, readonly File[]>();

/** Leaves files to the page of an order. */
export function leaveFiles(orderId: string, files: readonly File[]): void {
  if (files.length > 0) chosen.set(orderId, files);
}

/** Takes what was left for an order, once. */
export function takeFiles(orderId: string): readonly File[] {
  const files = chosen.get(orderId) ?? [];
  chosen.delete(orderId);
  return files;
}
