import * as z from 'zod';
import type { Json } from './json-schemas.ts';

/** Operations by path and method. */
type Paths = Readonly<Record<string, Readonly<Record<string, Json>>>>;

const parametersSchema = z.array(z.record(z.string(), z.unknown()));

/**
 * Describes a query parameter that several operations have in the same words once, as a component. Where parameters of
 * one name differ, the most frequent one is the component.
 */
export function shareParameters(paths: Paths): { readonly paths: Paths; readonly parameters: Json } {
  const uses = new Map<string, { readonly name: string; readonly parameter: Json; count: number }>();
  for (const parameter of Object.values(paths)
    .flatMap(Object.values<Json>)
    .flatMap(parametersOf)) {
    const { name, in: place } = parameter;
    if (place !== 'query' || typeof name !== 'string') continue;
    const text = JSON.stringify(parameter);
    const use = uses.get(text) ?? { name, parameter, count: 0 };
    use.count += 1;
    uses.set(text, use);
  }
  const shared = new Map<string, string>();
  const parameters: Record<string, Json> = {};
  const byFrequency = [...uses].toSorted(([, left], [, right]) => right.count - left.count);
  for (const [text, { name, parameter, count }] of byFrequency) {
    if (count === 1 || name in parameters) continue;
    shared.set(text, name);
    parameters[name] = parameter;
  }
  const refer = (parameter: Json): Json => {
    const name = shared.get(JSON.stringify(parameter));
    return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` };
  };
  const referring = (operation: Json): Json => ({
    ...operation,
    parameters: parametersOf(operation).map(refer),
  });
  return { paths: mapOperations(paths, referring), parameters };
}

function parametersOf({ parameters }: Json): Json[] {
  return parametersSchema.parse(parameters);
}

function mapOperations(paths: Paths, change: (operation: Json) => Json): Paths {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, change(operation)]),
      ),
    ]),
  );
}
