type WithoutUndefined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Omits attributes that are `undefined`: the API's types know only absent ones. */
export function omitUndefined<T extends object>(attributes: T): WithoutUndefined<T>;
export function omitUndefined(attributes: object): object {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
