import { beforeEach, describe, expect, it } from 'vitest';
import { operations } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import { codeOf, refusalOf } from './answers.ts';
import { repeatable, askerIn } from './asking.ts';
import { nastyBodies, nastyValuesFor, pathsIn, replacedAt, valueAt } from './mutations.ts';
import type { Setting } from './setting.ts';

/** Malformed bodies against every route: always a refusal in the one form, never a failure of ours. */
export function describeMalformedBodies(setting: () => Setting): void {
  beforeEach(() => setting().restore());

  const ask = askerIn(setting);

  describe('a body', () => {
    const writing = operations.filter(({ route }) => route.body !== undefined);

    it.each(operations)('of $capability $routeId has a megabyte at most', async (operation) => {
      const request = { ...repeatable(operation), body: `"${'x'.repeat(1_000_000)}"` };
      expect(codeOf(await ask(operation, request))).toBe('413 payloadTooLarge');
    });

    it.each(writing)('of $capability $routeId must have a JSON content type', async (operation) => {
      for (const type of [
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/json-patch+json',
        '',
      ]) {
        const request = repeatable(operation, { headers: { 'content-type': type } });
        expect([type, codeOf(await ask(operation, request))]).toEqual([type, '415 unsupportedMediaType']);
      }
      const request = repeatable(operation, {
        headers: { 'content-type': 'Application/JSON; charset=UTF-8' },
      });
      expect((await ask(operation, request)).status).toBe(operation.route.success.status);
    });

    it.each(writing)('of $capability $routeId that is missing is refused', async (operation) => {
      for (const body of nastyBodies) {
        const { status } = await ask(operation, { ...repeatable(operation), body });
        expect([body.slice(0, 60), status]).toEqual([body.slice(0, 60), 400]);
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });

    it.each(writing)(
      'of $capability $routeId can contain any value anywhere, and is refused or stored',
      async (operation) => {
        const { body } = sampleOf(operation);
        for (const path of pathsIn(body)) {
          for (const value of nastyValuesFor(valueAt(body, path))) {
            if (path.length === 0 && value === undefined) continue;
            await ask(operation, repeatable(operation, { body: replacedAt(body, path, value) }));
            await setting().restore();
          }
        }
      },
      90_000,
    );

    it.each(writing)(
      'of $capability $routeId has no attribute that is not in its contract',
      async (operation) => {
        const { body } = sampleOf(operation);
        for (const path of pathsIn(body)) {
          const value = valueAt(body, path);
          if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
          const withMore = replacedAt(body, path, { ...value, colour: 'red' });
          const refusal = refusalOf(await ask(operation, repeatable(operation, { body: withMore })));
          expect(refusal.problem?.map(({ pointer }) => pointer)).toContain(['', ...path, 'colour'].join('/'));
        }
      },
    );

    it.each(writing)(
      'of $capability $routeId with far too much of something is refused in time',
      async (operation) => {
        const { body } = sampleOf(operation);
        const lists = pathsIn(body).filter((path) => Array.isArray(valueAt(body, path)));
        for (const path of lists) {
          for (const item of [0, {}]) {
            const many = Array.from({ length: 30_000 }, () => item);
            const answer = await ask(
              operation,
              repeatable(operation, { body: replacedAt(body, path, many) }),
            );
            expect(codeOf(answer)).toBe('400 invalidRequest');
          }
        }
      },
    );
  });
}
