import { beforeEach, describe, expect, it } from 'vitest';
import { operations } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import { ulidOf } from '../samples/world.ts';
import { codeOf, refusalOf } from './answers.ts';
import { repeatable, askerIn } from './asking.ts';
import type { Setting } from './setting.ts';

const nastyTexts = ['', ',,x', 'x'.repeat(5000), '-1', '1e9', '٣', '💥\u0000', '__proto__', "' OR 1=1"];

const nastyIds = [
  'x',
  'severtelecom',
  'severtelecom-',
  'severtelecom-01ABC',
  `SEVERTELECOM-${ulidOf('RDER1')}`,
  `severtelecom-${ulidOf('RDER1').toLowerCase()}`,
  `severtelecom-${ulidOf('RDER1')}#`,
  `severtelecom-8${'Z'.repeat(25)}`,
  `-${ulidOf('RDER1')}`,
  ulidOf('RDER1'),
  '__proto__',
  'constructor',
  'x'.repeat(3000),
  '\u0000',
  '💥',
  '%2e%2e%2f',
  "' OR 1=1 --",
];

/** Malformed addresses, queries and headers against every route: always a refusal in the one form. */
export function describeMalformedRequests(setting: () => Setting): void {
  beforeEach(() => setting().restore());

  const ask = askerIn(setting);

  describe('a query', () => {
    it.each(operations)('of $capability $routeId knows its parameters and no others', async (operation) => {
      for (const name of ['colour', '__proto__', 'constructor', 'limit[]', '']) {
        const refusal = refusalOf(await ask(operation, repeatable(operation, { query: { [name]: '1' } })));
        expect([name, refusal.code]).toEqual([name, 'invalidRequest']);
      }
    });

    it.each(operations.filter(({ route }) => route.query !== undefined))(
      'of $capability $routeId can hold anything',
      async (operation) => {
        for (const name of Object.keys(operation.route.query?.shape ?? {})) {
          for (const value of nastyTexts)
            await ask(operation, repeatable(operation, { query: { [name]: value } }));
        }
      },
    );

    it.each(operations.filter(({ route }) => 'cursor' in (route.query?.shape ?? {})))(
      'of $capability $routeId pages within bounds',
      async (operation) => {
        const { params, query } = sampleOf(operation);
        const forged = ['#', 'ORDER#\u0000', 'PRODUCT#💥', 'OP#volgaline', '\uffff', ' '].map((sortKey) => ({
          cursor: Buffer.from(sortKey).toString('base64url'),
        }));
        for (const wrong of [
          { limit: '0' },
          { limit: '101' },
          { limit: 'ten' },
          { offset: '-1' },
          { offset: '201' },
          { offset: '150', limit: '100' },
          { fields: 'colour' },
          { sort: 'colour' },
          { cursor: '%%%' },
          { cursor: 'A'.repeat(401) },
        ]) {
          if (!Object.keys(wrong).every((name) => name in (operation.route.query?.shape ?? {}))) continue;
          const request = repeatable(operation, { params: params ?? {}, query: { ...query, ...wrong } });
          expect([wrong, codeOf(await ask(operation, request))]).toEqual([wrong, '400 invalidRequest']);
        }
        for (const cursor of forged) {
          const answer = await ask(operation, repeatable(operation, { query: { ...query, ...cursor } }));
          expect([cursor, answer.status]).toEqual([cursor, expect.toBeOneOf([200, 400])]);
          expect(answer.text).not.toContain('volgaline');
        }
      },
    );
  });

  describe('headers', () => {
    it.each(operations)('of $capability $routeId can hold anything', async (operation) => {
      for (const name of [
        'accept-language',
        'content-language',
        'if-match',
        'idempotency-key',
        'accept',
        'range',
      ]) {
        for (const value of ['', 'x'.repeat(5000), 'ru;q=x,en;q=-1,*', '"99999999999999"', '💥']) {
          await ask(operation, repeatable(operation, { headers: { [name]: value } }));
        }
      }
    });

    it.each(operations.filter(({ route }) => route.conditional === true))(
      'of $capability $routeId name a version, or are refused',
      async (operation) => {
        for (const value of ['1', 'x', '""', '"1', "'1'", '"1", "2"']) {
          const answer = await ask(operation, repeatable(operation, { headers: { 'if-match': value } }));
          expect([value, codeOf(answer)]).toEqual([value, '400 invalidRequest']);
        }
        const stale = await ask(operation, repeatable(operation, { headers: { 'if-match': '"77"' } }));
        expect(codeOf(stale)).toBe('412 stale');
      },
    );

    it.each(operations.filter(({ route }) => route.creates !== undefined))(
      'of $capability $routeId have a valid key, or are refused',
      async (operation) => {
        for (const value of ['', 'ключ', 'two words', 'x'.repeat(256)]) {
          const answer = await ask(
            operation,
            repeatable(operation, { headers: { 'idempotency-key': value } }),
          );
          expect([value, codeOf(answer)]).toEqual([value, '400 invalidRequest']);
        }
      },
    );
  });

  describe('an address', () => {
    it.each(operations.filter(({ route }) => route.params !== undefined))(
      'of $capability $routeId with an id of no shape leads nowhere',
      async (operation) => {
        for (const name of Object.keys(operation.route.params?.shape ?? {})) {
          for (const id of nastyIds.filter((id) => id !== sampleOf(operation).params?.[name])) {
            const params = { ...sampleOf(operation).params, [name]: id };
            expect([id, codeOf(await ask(operation, repeatable(operation, { params })))]).toEqual([
              id,
              '404 notFound',
            ]);
          }
        }
      },
    );
  });
}
