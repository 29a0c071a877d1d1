/** The changed attributes, for a JSON Merge Patch (RFC 7396): lists are replaced as a whole. */
export function changesOf<Body extends object>(before: Body, after: Body): Partial<Body>;
export function changesOf(before: object, after: object): object {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old.get(name))),
  );
}
