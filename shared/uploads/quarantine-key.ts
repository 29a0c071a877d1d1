/** Key prefix of uploads that are not inspected yet, in every bucket with uploads. */
export const quarantinePrefix = 'quarantine/';

/** Key of an object until it is inspected. */
export function quarantineKey(key: string): string {
  return `${quarantinePrefix}${key}`;
}
