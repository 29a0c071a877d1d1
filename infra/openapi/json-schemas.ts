import * as z from 'zod';
import { errorExtensions, extensions } from '../../shared/tmf/extensions.ts';

/** A JSON Schema, or another object of the document. */
export type Json = Readonly<Record<string, unknown>>;

const jsonSchema = z.record(z.string(), z.unknown());

/** Whether a schema describes requests or responses. */
export type Direction = 'input' | 'output';

/** The named schemas of the document, collected while its operations are described. */
export class JsonSchemas {
  /** Each with its references written out, in order to compare two of the same name. */
  readonly #named = new Map<string, { readonly definition: Json; readonly writtenOut: string }>();

  /**
   * JSON Schema of a zod schema; a named schema becomes a reference to a component.
   *
   * @throws Error when two different schemas have the same name
   */
  describe(schema: z.ZodType, direction: Direction): Json {
    // A list, since zod only shows a schema's own name where something else refers to it.
    const { items, $defs = {} } = z
      .object({ items: jsonSchema, $defs: z.record(z.string(), jsonSchema).optional() })
      .parse(toJsonSchema(z.array(schema), direction));
    const writtenOut = (name: string) => JSON.stringify(writeOut($defs[name], $defs, [name]));
    const names = new Map(
      Object.keys($defs).map((name) => [name, this.#nameFor(name, writtenOut(name), direction)]),
    );
    for (const [name, definition] of Object.entries($defs)) {
      const referringDefinition = jsonSchema.parse(referring(definition, names));
      this.#named.set(names.get(name) ?? name, {
        definition: referringDefinition,
        writtenOut: writtenOut(name),
      });
    }
    return jsonSchema.parse(referring(items, names));
  }

  /**
   * Reference to the JSON Schema of a request body: a body without a name gets this one, so that it is written once for
   * all of its media types.
   */
  describeAs(name: string, schema: z.ZodType): Json {
    const definition = this.describe(schema, 'input');
    if ('$ref' in definition) return definition;
    if (this.#named.has(name)) throw new Error(`Two schemas have the name ${name}`);
    this.#named.set(name, { definition, writtenOut: JSON.stringify(definition) });
    return { $ref: `#/components/schemas/${name}` };
  }

  /** All named schemas, by name. */
  get named(): Readonly<Record<string, Json>> {
    return Object.fromEntries(
      [...this.#named]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, { definition }]) => [name, definition]),
    );
  }

  /** Requests can differ from responses, and have a name of their own then. */
  #nameFor(name: string, writtenOut: string, direction: Direction): string {
    const candidates = [name, `${name}${direction === 'input' ? 'Given' : 'Answered'}`];
    const free = candidates.find((candidate) => {
      const known = this.#named.get(candidate);
      return known === undefined || known.writtenOut === writtenOut;
    });
    if (free === undefined) throw new Error(`Two schemas have the name ${name}, and differ`);
    return free;
  }
}

function toJsonSchema(schema: z.ZodType, direction: Direction): unknown {
  return z.toJSONSchema(schema, {
    io: direction,
    unrepresentable: 'any',
    override: ({ jsonSchema: written, zodSchema }) => {
      // The format is enough; the pattern of it is a page long.
      if (written.format === 'date-time' || written.format === 'date') delete written.pattern;
      const name = z.globalRegistry.get(zodSchema)?.id;
      if (name !== undefined) markExtensions(name, written.properties ?? {});
    },
  });
}

/** Marks attributes outside TM Forum's model with `x-tmf-extension` and their description. */
function markExtensions(definition: string, properties: Record<string, unknown>): void {
  const listed = [...Object.values(extensions), { Error: errorExtensions }].map(
    (api) => api[definition] ?? {},
  );
  for (const [name, description] of listed.flatMap((attributes) => Object.entries(attributes))) {
    const property = jsonSchema.safeParse(properties[name]).data;
    if (property === undefined) continue;
    properties[name] = { ...property, description, 'x-tmf-extension': true };
  }
}

/** Replaces zod's references by the document's. */
function referring(value: unknown, names: ReadonlyMap<string, string>): unknown {
  return rewrite(value, (name) => ({ $ref: `#/components/schemas/${names.get(name) ?? name}` }));
}

/** Replaces every reference by its target; circular ones stay. */
function writeOut(
  value: unknown,
  definitions: Readonly<Record<string, Json>>,
  path: readonly string[],
): unknown {
  return rewrite(value, (name) =>
    path.includes(name) ? { back: name } : writeOut(definitions[name], definitions, [...path, name]),
  );
}

function rewrite(value: unknown, follow: (name: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => rewrite(part, follow));
  if (typeof value !== 'object' || value === null) return value;
  const name = '$ref' in value ? /^#\/\$defs\/(.+)$/.exec(String(value.$ref))?.[1] : undefined;
  if (name !== undefined) return follow(name);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [key, rewrite(part, follow)]),
  );
}
