import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import * as z from 'zod';
import { errorExtensions, extensions, type TmfApi } from '../../shared/tmf/extensions.ts';
import { findReferenceData, type ReferenceData } from '../reference-data.ts';

let definitionFiles: ReferenceData | undefined;

/** The official TM Forum Swagger files, unchanged. @throws where they have to be there and are not */
export function findTmfDefinitions(): ReferenceData {
  definitionFiles ??= findReferenceData('specs/tmf-v4');
  return definitionFiles;
}

/** What identifies a resource; TMF requires none of them, we require those that the definition has. */
const identity = ['id', 'href', '@type'] as const;

const validators = new Map<string, ValidateFunction>();

/**
 * Compares a body with a copy of a TMF definition in which every object is closed but for our listed extensions, and
 * in which the resource itself needs `id`, `href` and `@type`. Where the definitions are absent, this does nothing:
 * `tmf.test.ts` reports that as skipped.
 *
 * @param definition TMF's name of the resource: `ProductOffering`
 * @throws Error with every difference, one a line
 */
export function assertTmf(api: TmfApi, definition: string, body: unknown): void {
  const files = findTmfDefinitions();
  if ('missing' in files) return;
  const validate = validatorOf(files.directory, api, definition);
  if (validate(body)) return;
  const differences = (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `  ${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
  throw new Error(
    `Not a ${definition} of ${api}:\n${differences.join('\n')}\n${JSON.stringify(body, null, 1)}`,
  );
}

function validatorOf(directory: string, api: TmfApi, definition: string): ValidateFunction {
  const name = `${api} ${definition}`;
  const known = validators.get(name);
  if (known !== undefined) return known;
  const definitions = closedDefinitionsOf(directory, api);
  const top = definitions[definition];
  if (top === undefined) throw new Error(`${api} defines no ${definition}`);
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addFormat('base64', 'byte');
  const validate = ajv.compile({
    $ref: `#/definitions/${definition}`,
    required: identity.filter((attribute) => attribute in (top.properties ?? {})),
    definitions,
  });
  validators.set(name, validate);
  return validate;
}

const propertySchema = z.looseObject({ format: z.string().optional() });
const definitionSchema = z.looseObject({
  properties: z.record(z.string(), propertySchema).optional(),
  enum: z.array(z.string()).optional(),
});
type Definition = z.infer<typeof definitionSchema>;

function closedDefinitionsOf(directory: string, api: TmfApi): Record<string, Definition> {
  const file = readdirSync(directory).find((name) => name.startsWith(api));
  if (file === undefined) throw new Error(`There is no Swagger file of ${api}`);
  const { definitions } = z
    .object({ definitions: z.record(z.string(), definitionSchema) })
    .parse(JSON.parse(readFileSync(join(directory, file), 'utf8')));
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, closed(api, name, definition)]),
  );
}

function closed(api: TmfApi, name: string, definition: Definition): Definition {
  const { properties } = definition;
  // One enumeration has `'aborted '`.
  if (definition.enum !== undefined)
    return { ...definition, enum: definition.enum.map((value) => value.trim()) };
  // `Any` has no properties and takes anything.
  if (properties === undefined) return definition;
  const added = name === 'Error' ? errorExtensions : (extensions[api]?.[name] ?? {});
  for (const attribute of Object.keys(added)) {
    if (attribute in properties)
      throw new Error(`${api} has ${name}.${attribute} itself: it is no extension`);
  }
  return {
    ...definition,
    properties: {
      ...Object.fromEntries(Object.keys(added).map((attribute) => [attribute, {}])),
      ...properties,
      // Our addresses are paths of the one origin: references by RFC 3986, where TMF writes `uri`.
      ...('href' in properties ? { href: { type: 'string', format: 'uri-reference' } } : {}),
    },
    additionalProperties: false,
  };
}
