/** Versions of the rules of the service, oldest first. The texts are in functions/people/rules. */
export const rulesVersions = [
  { version: '1', inForceFrom: '2026-01-01T00:00:00+03:00' },
  { version: '2', inForceFrom: '2026-10-01T00:00:00+03:00' },
] as const satisfies readonly DatedRules[];

/** A version of the rules, and the time (ISO 8601) from which it replaces the previous one. */
export interface DatedRules {
  readonly version: string;
  readonly inForceFrom: string;
}

/** The version in force; undefined before the first one. */
export function rulesInForce<V extends DatedRules>(versions: readonly V[], now: Date): V | undefined {
  return versions.findLast(({ inForceFrom }) => Date.parse(inForceFrom) <= now.getTime());
}

/** Whether an accepted version is the one in force, or a later one. */
export function hasAccepted(
  accepted: string | undefined,
  versions: readonly DatedRules[],
  now: Date,
): boolean {
  const inForce = rulesInForce(versions, now);
  if (inForce === undefined) return true;
  const placeOf = (name: string | undefined) => versions.findIndex(({ version }) => version === name);
  return placeOf(accepted) >= placeOf(inForce.version);
}
