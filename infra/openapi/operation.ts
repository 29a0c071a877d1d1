import * as z from 'zod';
import { operatorRoles } from '../../shared/auth/roles.ts';
import { isSignedIn, isWrite, rolesOf, type Route } from '../../shared/http/route.ts';
import type { Json, JsonSchemas } from './json-schemas.ts';
import { errorResponsesOf } from './error-responses.ts';

/** One operation of the document. */
export function operationOf(id: string, tag: string, route: Route, schemas: JsonSchemas): Json {
  const { summary, body } = route;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...securityOf(route),
    parameters: [
      ...parametersOf('path', route.params, schemas),
      ...parametersOf('query', route.query, schemas),
      ...headerParametersOf(route),
    ],
    ...(body === undefined ? {} : { requestBody: requestBodyOf(id, route, body, schemas) }),
    responses: { [String(route.success.status)]: successOf(route, schemas), ...errorResponsesOf(route) },
  };
}

/** Security of the route; the document's default requires an access token. */
function securityOf(route: Route): Json {
  if (isSignedIn(route)) return { description: `Roles: ${rolesOf(route).join(', ')}${suspensionOf(route)}` };
  return { security: route.access === 'applicant' ? [{ applicationSecret: [] }] : [] };
}

/** What users of a suspended operator can expect of a write. */
function suspensionOf(route: Route): string {
  if (!isWrite(route) || !operatorRoles.some((role) => rolesOf(route).includes(role))) return '';
  return route.allowedWhileSuspended === true
    ? '. Allowed while the operator is suspended'
    : '. Refused while the operator is suspended';
}

function requestBodyOf(id: string, { method }: Route, body: z.ZodType, schemas: JsonSchemas): Json {
  const mediaTypes =
    method === 'PATCH' ? ['application/merge-patch+json', 'application/json'] : ['application/json'];
  const schema = schemas.describeAs(`${id.charAt(0).toUpperCase()}${id.slice(1)}Request`, body);
  return { required: true, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema }])) };
}

function successOf({ success, ...route }: Route, schemas: JsonSchemas): Json {
  const { status, body, file } = success;
  const isList = body instanceof z.ZodArray;
  const isVersioned = !isList && (route.creates !== undefined || route.conditional === true);
  const headers = [
    ...(isList ? ['Link', 'X-Result-Count', 'X-Total-Count'] : []),
    ...(isVersioned && status !== 204 ? ['ETag'] : []),
    ...(status === 201 ? ['Location'] : []),
  ];
  return {
    description: meanings[status],
    ...(headers.length === 0
      ? {}
      : {
          headers: Object.fromEntries(
            headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
          ),
        }),
    ...(body === undefined
      ? {}
      : { content: { 'application/json': { schema: schemas.describe(body, 'output') } } }),
    ...(file === undefined ? {} : { content: { [file]: { schema: { type: 'string', format: 'binary' } } } }),
  };
}

const meanings = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted: a job that reports its progress',
  204: 'No content',
} as const;

function headerParametersOf({ conditional, creates }: Route): Json[] {
  const names = [
    'AcceptLanguage',
    ...(conditional === true ? ['IfMatch'] : []),
    ...(creates !== undefined ? ['IdempotencyKey'] : []),
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function parametersOf(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
  schemas: JsonSchemas,
): Json[] {
  const shape: readonly [string, unknown][] = Object.entries(schema?.shape ?? {});
  return shape.flatMap(([name, parameter]) => {
    if (!(parameter instanceof z.ZodType)) return [];
    const described = describeParameter(parameter, schemas);
    const isRequired = place === 'path' || !parameter.safeParse(undefined).success;
    return [
      {
        name,
        in: place,
        ...(isRequired ? { required: true } : {}),
        ...descriptionOf(name),
        ...(described['type'] === 'array' ? { style: 'form', explode: false } : {}),
        schema: described,
      },
    ];
  });
}

/** Schema of a query parameter: of its parsed value, or of its text when the value has no schema. */
function describeParameter(parameter: z.ZodType, schemas: JsonSchemas): Json {
  const meaning = schemas.describe(parameter, 'output');
  return Object.keys(meaning).length === 0 ? schemas.describe(parameter, 'input') : meaning;
}

function descriptionOf(name: string): { description?: string } {
  const comparison = /\.(gt|gte|lt|lte)$/.exec(name)?.[1];
  const description = comparison === undefined ? descriptions.get(name) : descriptions.get(`.${comparison}`);
  return description === undefined ? {} : { description };
}

const moment = 'a date without time is midnight in Moscow';

const descriptions: ReadonlyMap<string, string> = new Map([
  ['limit', 'Maximum number of resources per page'],
  ['offset', 'Number of resources to skip; offset + limit ≤ 200, beyond that use the `next` link'],
  ['cursor', 'End of the previous page, from its `next` link'],
  ['fields', 'First-level attributes to return, separated by commas'],
  ['sort', 'Order of the list, descending with a leading `-`. The first value is the default'],
  ['.gt', `Later than; ${moment}`],
  ['.gte', `At this time or later; ${moment}`],
  ['.lt', `Earlier than; ${moment}`],
  ['.lte', `At this time or earlier; ${moment}`],
]);
