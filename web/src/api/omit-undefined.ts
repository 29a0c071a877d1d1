type WithoutUndefined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The attributes that have a value: the API's types know absent, not `undefined`. */
export function omitUndefined<T extends object>(attributes: T): WithoutUndefined<T>;
export function omitUndefined(attributes: object): object {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
