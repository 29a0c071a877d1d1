import { applicationSecretHeader } from '../../shared/auth/applicant.ts';
import type { Routes } from '../../shared/http/route.ts';
import { type Json, JsonSchemas } from './json-schemas.ts';
import { operationOf } from './operation.ts';
import { errorSchema, describeErrorResponses } from './error-responses.ts';

/** The part of a capability that the document describes. */
interface Described {
  readonly folder: string;
  readonly routes: Routes;
}

/**
 * The OpenAPI 3.1 document of all capabilities: the same capabilities in the same order always produce the same text.
 *
 * @throws Error when two operations have the same id, or two different schemas the same name
 */
export function describeApi(capabilities: readonly Described[], version: string): Json {
  const schemas = new JsonSchemas();
  const error = schemas.describe(errorSchema, 'output');
  const paths: Record<string, Record<string, Json>> = {};
  const ids = new Set<string>();
  for (const { folder, routes } of capabilities) {
    for (const [id, route] of Object.entries(routes)) {
      if (ids.has(id)) throw new Error(`Two routes have the id ${id}`);
      ids.add(id);
      const path = (paths[route.path] ??= {});
      path[route.method.toLowerCase()] = operationOf(id, folder, route, schemas);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Operator cabinet', version, description },
    servers: [{ url: '/' }],
    tags: capabilities.map(({ folder }) => ({ name: folder })),
    security: [{ accessToken: [] }],
    paths,
    components: {
      schemas: schemas.named,
      responses: describeErrorResponses(error),
      parameters,
      headers,
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the Cognito user pool',
        },
        applicationSecret: {
          type: 'apiKey',
          in: 'header',
          name: applicationSecretHeader,
          description:
            'Secret of an access application: 32 random bytes in base64url, made by the applicant’s own program',
        },
      },
    },
  };
}

const description = `TM Forum Open APIs of release 4 under \`/tmf-api\`, and what they have no word for under \`/cabinet/v1\`.

Texts of the catalogue are in the language that \`Accept-Language\` wishes; \`Content-Language\` names the one that a write touches.
An attribute that is marked \`x-tmf-extension\` is ours.`;

function header(name: string, text: string, schema: Json): Json {
  return { name, in: 'header', description: text, schema };
}

const parameters: Json = {
  AcceptLanguage: header('Accept-Language', 'Language of texts and refusals', {
    type: 'string',
    default: 'ru',
  }),
  IfMatch: header('If-Match', 'The ETag that was read: where it is stale, nothing changes', {
    type: 'string',
  }),
  IdempotencyKey: header(
    'Idempotency-Key',
    'Kept for 24 hours: the same request under the same key is answered once more and not done twice',
    { type: 'string', minLength: 1, maxLength: 255 },
  ),
};

const headers: Json = {
  ETag: { description: 'Version of the resource', schema: { type: 'string' } },
  Location: { description: 'Address of what was created', schema: { type: 'string' } },
  Link: {
    description: 'The next page (RFC 8288), while there may be one: `<…>; rel="next"`',
    schema: { type: 'string' },
  },
  'Retry-After': {
    description: 'Seconds to wait for; absent where the gateway itself refused',
    schema: { type: 'integer' },
  },
  'X-Result-Count': { description: 'Resources of this page', schema: { type: 'integer' } },
  'X-Total-Count': {
    description: 'Resources of the whole list, where that is known without counting',
    schema: { type: 'integer' },
  },
};
