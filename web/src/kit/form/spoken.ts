/** The attributes that say something. */
export function spoken<K extends string>(attributes: Record<K, string>): { [Name in K]?: string };
export function spoken(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
}
