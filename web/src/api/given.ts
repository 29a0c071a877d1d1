type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The attributes that have a value: the API's types know absent, not `undefined`. */
export function given<T extends object>(attributes: T): Given<T>;
export function given(attributes: object): object {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
