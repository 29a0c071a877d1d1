import type * as z from 'zod';
import { UnresolvableError, UnsupportedError } from './errors.ts';

/** What identifies a resource before its properties are resolved. */
export interface ResourceIdentity {
  readonly type: string;
  readonly logicalId: string;
  readonly stack: string;
}

/** A resource of the synthesized template; its properties are resolved when they are read. */
export interface Resource extends ResourceIdentity {
  /** The value of `Ref`: the name that clients use (for a queue its name, not its URL). The same at every start. */
  readonly name: string;
  /** @throws when the local stack does not know the ARN format of the resource's type */
  readonly arn: string;
  /**
   * Each member is resolved when it is first read.
   * @throws {UnresolvableError} with the resource and the property, only when that member is read
   */
  readonly properties: Readonly<Record<string, unknown>>;
  /**
   * Parses the properties with a schema.
   * @param meaningless properties that have no meaning on one machine; any other one outside the schema is refused
   * @throws {UnsupportedError} for an unknown property
   */
  read<Schema extends z.ZodObject>(schema: Schema, meaningless: readonly string[]): z.infer<Schema>;
}

interface ResourceSources {
  /** The unresolved properties of the template. */
  readonly template: Readonly<Record<string, unknown>>;
  /** Resolves one property. */
  readonly resolve: (value: unknown) => unknown;
  readonly name: () => string;
  readonly arn: () => string;
}

/** A resource whose name, ARN and properties are resolved when they are first read. */
export function describeResource(identity: ResourceIdentity, sources: ResourceSources): Resource {
  const label = `${identity.stack}/${identity.logicalId} (${identity.type})`;
  const name = once(() => explain(label, sources.name));
  const arn = once(() => explain(label, sources.arn));
  const properties = lazyProperties(sources.template, (key, value) =>
    explain(`${label}, property ${key}`, () => sources.resolve(value)),
  );
  return {
    ...identity,
    get name() {
      return name();
    },
    get arn() {
      return arn();
    },
    properties,
    read: (schema, meaningless) => read(label, properties, schema, meaningless),
  };
}

function read<Schema extends z.ZodObject>(
  label: string,
  properties: Readonly<Record<string, unknown>>,
  schema: Schema,
  meaningless: readonly string[],
): z.infer<Schema> {
  const known = new Set([...Object.keys(schema.shape), ...meaningless]);
  const unknown = Object.keys(properties).filter((key) => !known.has(key));
  if (unknown.length > 0)
    throw new UnsupportedError(`${label} uses ${unknown.join(', ')}, which the local stack does not support`);
  const used = Object.keys(schema.shape).filter((key) => key in properties);
  const result = schema.safeParse(Object.fromEntries(used.map((key) => [key, properties[key]])));
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new UnsupportedError(`${label} is not supported by the local stack: ${issues.join('; ')}`);
}

/** An object with the same keys whose members are computed when they are first read. */
export function lazyProperties(
  template: Readonly<Record<string, unknown>>,
  compute: (key: string, value: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  const properties: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(template))
    Object.defineProperty(properties, key, { enumerable: true, get: once(() => compute(key, value)) });
  return properties;
}

function once<Value>(compute: () => Value): () => Value {
  let computed: { readonly value: Value } | undefined;
  return () => (computed ??= { value: compute() }).value;
}

function explain<Value>(label: string, compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    if (error instanceof UnresolvableError)
      throw new UnresolvableError(`${label}: ${error.message}`, { cause: error });
    throw error;
  }
}
