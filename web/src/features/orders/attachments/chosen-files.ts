/** Files chosen on the order form, until the order's page uploads them. */
const chosen = new Map<string, readonly File[]>();

/** Passes files to an order's page. */
export function leaveFiles(orderId: string, files: readonly File[]): void {
  if (files.length > 0) chosen.set(orderId, files);
}

/** Takes the files passed to an order's page, once. */
export function takeFiles(orderId: string): readonly File[] {
  const files = chosen.get(orderId) ?? [];
  chosen.delete(orderId);
  return files;
}
