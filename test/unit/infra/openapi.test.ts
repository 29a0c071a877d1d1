import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { capabilities } from '../../../infra/declarations/capabilities.ts';
import { describeApi } from '../../../infra/openapi/document.ts';
import { describeDifference, writeDocument } from '../../../infra/openapi.ts';
import { paging } from '../../../shared/http/list-query.ts';
import { defineRoutes, type Routes } from '../../../shared/http/route.ts';
import { ignored } from '../../../shared/tmf/resource.ts';

const line = z.strictObject({ id: z.string(), at: z.iso.datetime({ offset: true }) }).meta({ id: 'Line' });
const lineInput = z
  .strictObject({ name: z.string().default('x'), ...ignored('id') })
  .meta({ id: 'LineInput' });

const routes = defineRoutes({
  listLine: {
    method: 'GET',
    path: '/lines',
    summary: 'Lists lines',
    access: ['technical'],
    query: z.strictObject({ ...paging, operatorId: z.string() }),
    success: { status: 200, body: z.array(line) },
  },
  createLine: {
    method: 'POST',
    path: '/lines',
    summary: 'Creates a line',
    access: ['technical', 'manager'],
    body: lineInput,
    success: { status: 201, body: line },
    creates: true,
  },
  changeLine: {
    method: 'PATCH',
    path: '/lines/{id}',
    summary: 'Changes a line',
    access: ['technical'],
    params: z.strictObject({ id: z.string() }),
    body: lineInput,
    success: { status: 200, body: line },
    conditional: true,
  },
  readRules: {
    method: 'GET',
    path: '/rules',
    summary: 'The rules',
    access: 'public',
    success: { status: 200, body: z.strictObject({ text: z.string() }) },
  },
});

// The document is JSON, which tests walk.
// oxlint-disable-next-line typescript/no-explicit-any
const documentOf = (described: Routes): any => describeApi([{ folder: 'lines', routes: described }], '1.0.0');

const document = documentOf(routes);

describe('the document of some routes', () => {
  it('has one operation for each, by its id', () => {
    expect(document.paths).toMatchObject({
      '/lines': { get: { operationId: 'listLine', tags: ['lines'] }, post: { operationId: 'createLine' } },
      '/lines/{id}': { patch: { operationId: 'changeLine' } },
      '/rules': { get: { operationId: 'readRules' } },
    });
  });

  it('says who may call, and which routes are public', () => {
    expect(document.security).toEqual([{ accessToken: [] }]);
    expect(document.components.securitySchemes.accessToken).toMatchObject({ scheme: 'bearer' });
    expect(document.paths['/lines'].post.description).toBe(
      'Roles: technical, manager. Refused while the operator is suspended',
    );
    expect(document.paths['/lines'].get.description).toMatch(/^Roles: [a-z, -]+$/);
    expect(document.paths['/rules'].get).toMatchObject({ security: [] });
    expect(Object.keys(document.paths['/rules'].get.responses)).toEqual(['200', '400', '429', '503']);
  });

  it('describes a list with its parameters and its headers', () => {
    const { parameters, responses } = document.paths['/lines'].get;
    expect(parameters).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      }),
    );
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'operatorId', required: true }));
    expect(Object.keys(responses['200'].headers)).toEqual(['Link', 'X-Result-Count', 'X-Total-Count']);
    expect(responses['200'].content['application/json'].schema).toEqual({
      type: 'array',
      items: { $ref: '#/components/schemas/Line' },
    });
  });

  it('describes what creates with its key, its location and its version', () => {
    const { parameters, responses } = document.paths['/lines'].post;
    expect(parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    expect(Object.keys(responses['201'].headers)).toEqual(['ETag', 'Location']);
    expect(Object.keys(responses)).toContain('422');
  });

  it('describes a change as a merge patch on a condition', () => {
    const { parameters, requestBody, responses } = document.paths['/lines/{id}'].patch;
    expect(parameters).toContainEqual({ $ref: '#/components/parameters/IfMatch' });
    expect(parameters[0]).toMatchObject({ name: 'id', in: 'path', required: true });
    expect(Object.keys(requestBody.content)).toEqual(['application/merge-patch+json', 'application/json']);
    expect(responses['412']).toEqual({ $ref: '#/components/responses/Error412' });
    expect(document.components.responses.Error412.description).toContain('`stale`');
  });

  it('marks errors that can be retried, and those from the gateway', () => {
    const { Error429, Error503 } = document.components.responses;
    for (const { headers } of [Error429, Error503])
      expect(headers).toEqual({ 'Retry-After': { $ref: '#/components/headers/Retry-After' } });
    expect(Error429.description).toContain('`tooManyInvitations`');
    const [own, gateways] = Error429.content['application/json'].schema.anyOf;
    expect([own, gateways.required]).toEqual([{ $ref: '#/components/schemas/Error' }, ['message']]);
  });

  it('has each named schema once, ignored attributes as read-only, and no pattern besides a format', () => {
    const { Line, LineInput } = document.components.schemas;
    expect(Line.properties.at).toEqual({ type: 'string', format: 'date-time' });
    expect(LineInput.properties.id).toEqual({ readOnly: true });
    expect(LineInput).not.toHaveProperty('required');
  });

  it('has separate request and response schemas if they differ', () => {
    const both = z.strictObject({ name: z.string().default('x') }).meta({ id: 'Both' });
    const { paths, components } = documentOf({
      putBoth: { ...routes.createLine, body: both, success: { status: 201, body: both } },
    });
    expect(paths['/lines'].post.requestBody.content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Both',
    });
    expect(paths['/lines'].post.responses['201'].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/BothAnswered',
    });
    expect(components.schemas.BothAnswered.required).toEqual(['name']);
  });

  it('writes a body without a name once, under the name of its operation', () => {
    const body = z.strictObject({ name: z.string() });
    const { paths, components } = documentOf({
      ...routes,
      changeLine: { ...routes.changeLine, body },
    });
    const { content } = paths['/lines/{id}'].patch.requestBody;
    const reference = { schema: { $ref: '#/components/schemas/ChangeLineRequest' } };
    expect(content).toEqual({ 'application/merge-patch+json': reference, 'application/json': reference });
    expect(components.schemas.ChangeLineRequest).toMatchObject({ required: ['name'] });
  });

  it('refuses a body without a name where another schema has the name of its operation', () => {
    const body = z.strictObject({ name: z.string() });
    const success = { status: 200, body: line.extend({}).meta({ id: 'ChangeLineRequest' }) } as const;
    const clashing = {
      listLine: { ...routes.listLine, success },
      changeLine: { ...routes.changeLine, body },
    };
    expect(() => describeApi([{ folder: 'lines', routes: clashing }], '1.0.0')).toThrow('ChangeLineRequest');
  });

  it('describes a query parameter once that several operations share, and others where they are', () => {
    const differing = z.strictObject({ ...paging, limit: z.string() });
    const { paths, components } = documentOf({
      listLine: routes.listLine,
      listOther: { ...routes.listLine, path: '/others' },
      listMore: { ...routes.listLine, path: '/more', query: differing },
    });
    const limit = { $ref: '#/components/parameters/limit' };
    expect(paths['/lines'].get.parameters[0]).toEqual(limit);
    expect(paths['/others'].get.parameters[0]).toEqual(limit);
    expect(paths['/more'].get.parameters[0]).toMatchObject({ name: 'limit', schema: { type: 'string' } });
    expect(components.parameters.limit).toMatchObject({
      name: 'limit',
      in: 'query',
      schema: { default: 20 },
    });
  });

  it('is not made where two routes have one id', () => {
    const one = { folder: 'lines', routes };
    expect(() => describeApi([one, { ...one, folder: 'others' }], '1.0.0')).toThrow('listLine');
  });
});

const text = await writeDocument();

describe('the document of the cabinet', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(text));
    expect(result).toMatchObject({ valid: true });
  });

  it('is valid for no reason but its content', async () => {
    const broken = { ...JSON.parse(text), paths: { lines: {} }, openapi: '3.1.0' };
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false });
  });

  it('has every route of every capability', () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) })
      .parse(JSON.parse(text));
    const described = Object.values(paths).flatMap((path) => Object.values(path));
    const ids = capabilities.flatMap((capability) => Object.keys(capability.routes));
    expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(ids.toSorted());
  });

  it('marks the attributes that TM Forum does not know', () => {
    const { ProductOffering } = JSON.parse(text).components.schemas;
    expect(ProductOffering.properties.placeRequired).toMatchObject({
      'x-tmf-extension': true,
      type: 'boolean',
    });
    expect(ProductOffering.properties.name).not.toHaveProperty('x-tmf-extension');
  });

  it('is the same text each time, and a file that differs is reported in one sentence', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cabinet-openapi-'));
    try {
      const file = pathToFileURL(join(directory, 'openapi.json'));
      expect(describeDifference(file, text)).toMatch(
        /^openapi\.json does not match [^.]+ `npm run openapi` [^.]+\.$/,
      );
      writeFileSync(file, await writeDocument());
      expect(describeDifference(file, text)).toBeUndefined();
      writeFileSync(file, `${text} `);
      expect(describeDifference(file, text)).toContain('npm run openapi');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
