/** The attributes that are not empty. */
export function filledIn<K extends string>(attributes: Record<K, string>): { [Name in K]?: string };
export function filledIn(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
}
