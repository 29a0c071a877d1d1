import { UnsupportedError } from '../template/errors.ts';

/** Computes a target's input from an event. */
export type InputPath = (event: unknown) => unknown;

/**
 * Compiles a target's constant `Input` (JSON text) or its `InputPath`: `$`, followed by members and indexes.
 * @throws {UnsupportedError} for any other JSONPath
 */
export function compileInputPath({
  Input: input,
  InputPath: path,
}: {
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
}): InputPath {
  if (input !== undefined) {
    const constant: unknown = JSON.parse(input);
    return () => constant;
  }
  if (path === undefined || path === '$') return (event) => event;
  if (!/^\$(\.[\w-]+|\['[^']+'\]|\[\d+\])+$/.test(path))
    throw new UnsupportedError(`the local stack does not support the InputPath ${path}`);
  const steps = [...path.matchAll(/\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/g)].map(
    ([, name, quoted, index]) => name ?? quoted ?? index ?? '',
  );
  return (event) => steps.reduce(memberOf, event);
}

function memberOf(owner: unknown, name: string): unknown {
  return typeof owner === 'object' && owner !== null
    ? Object.entries(owner).find(([key]) => key === name)?.[1]
    : undefined;
}
