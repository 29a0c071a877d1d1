import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rolesOf } from '../../shared/http/route.ts';
import { operations } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import type { Sample } from '../samples/sample.ts';
import {
  carrierPersonName,
  otherOperator,
  ownOperator,
  personOf,
  ulidOf,
  unknownOperator,
} from '../samples/world.ts';
import { codeOf, refusalOf } from './answers.ts';
import { requestOf } from './request.ts';
import type { Setting, WireAnswer } from './setting.ts';

type Rename = (id: string) => string;

/** The same thing of another operator. */
const foreign: Rename = (id) => id.replace(ownOperator, otherOperator);
/** Something of an operator that does not exist. */
const ofNobody: Rename = (id) => id.replace(ownOperator, unknownOperator);
/** Something that the own operator does not have. */
const absent: Rename = (id) => id.replace(/[0-9A-Z]{26}$/, ulidOf('NTH1NG'));

function isOwned(value: unknown): value is string {
  return typeof value === 'string' && (value === ownOperator || value.startsWith(`${ownOperator}-`));
}

/** A value with every id of the own operator's in it renamed. */
function renamed(value: unknown, rename: Rename): unknown {
  if (isOwned(value)) return rename(value);
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, renamed(child, rename)]));
}

function holdsOwned(value: unknown): boolean {
  return (
    renamed(value, () => '') !== value && JSON.stringify(renamed(value, () => '')) !== JSON.stringify(value)
  );
}

function renamedParams({ params = {} }: Sample, rename: Rename): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isOwned(value) ? rename(value) : value]),
  );
}

/** An answer without what was asked for, which it may repeat. */
function without(answer: WireAnswer, ...ids: readonly string[]): WireAnswer {
  const text = ids.reduce((rest, id) => rest.replaceAll(id, '…'), answer.text);
  return { ...answer, text };
}

const reading = {
  sub: 'somebody',
  groups: [`operator-${ownOperator}`, 'administrator', 'technical', 'finance'],
};
const outsider = {
  sub: 'outsider',
  groups: [`operator-${otherOperator}`, 'administrator', 'technical', 'finance'],
};

/** What a user sees of other operators: nothing, and not even that there is something. */
export function describeTenancy(setting: () => Setting): void {
  const addressed = operations.filter((operation) =>
    Object.values(sampleOf(operation).params ?? {}).some(isOwned),
  );
  const naming = operations.filter((operation) => holdsOwned(sampleOf(operation).body));
  const lists = operations.filter(({ route }) => route.success.body instanceof z.ZodArray);
  const forOperators = ({ route }: (typeof operations)[number]) =>
    rolesOf(route).some((role) => reading.groups.includes(role));
  const forManagers = ({ route }: (typeof operations)[number]) => rolesOf(route).includes('manager');

  beforeEach(async () => {
    await setting().restore();
  });

  describe('the address of something of another operator', () => {
    it.each(addressed.filter(forOperators))(
      'is answered by $capability $routeId to an operator like a missing one',
      async (operation) => {
        const sample = sampleOf(operation);
        const ask = (rename: Rename) =>
          setting().send(reading, operation, requestOf(operation, { params: renamedParams(sample, rename) }));
        const answer = await ask(foreign);
        expect(codeOf(answer)).toBe('404 notFound');
        expect(await ask(ofNobody)).toEqual(answer);
        if (Object.values(sample.params ?? {}).some((value) => value !== ownOperator)) {
          expect(await ask(absent)).toEqual(answer);
        }
        expect(await setting().send(outsider, operation, requestOf(operation))).toEqual(answer);
      },
    );

    it.each(addressed.filter(forManagers))(
      'is answered by $capability $routeId to a manager who does not serve it like a missing one',
      async (operation) => {
        const sample = sampleOf(operation);
        const ask = (rename: Rename) =>
          setting().send(
            personOf('manager'),
            operation,
            requestOf(operation, { params: renamedParams(sample, rename) }),
          );
        const answer = await ask(foreign);
        expect(codeOf(answer)).toBe('404 notFound');
        expect(await ask(ofNobody)).toEqual(answer);
        expect(answer.headers).not.toHaveProperty('etag');
      },
    );

    it.each(addressed.filter(forManagers))(
      'is answered by $capability $routeId to a manager as soon as the portfolio grew',
      async (operation) => {
        const sample = sampleOf(operation);
        const manager = { sub: `manager-of-${operation.routeId}`, groups: ['manager'] };
        const ask = () =>
          setting().send(
            manager,
            operation,
            requestOf(operation, { params: renamedParams(sample, foreign) }),
          );
        await setting().assign(manager, []);
        expect(codeOf(await ask())).toBe('404 notFound');
        await setting().assign(manager, [otherOperator]);
        expect(codeOf(await ask())).toBe(String(operation.route.success.status));
      },
    );
  });

  describe('something of another operator that a body names', () => {
    it.each(naming.filter(forOperators))(
      'is to $capability $routeId like what does not exist',
      async (operation) => {
        const { body, headers = {} } = sampleOf(operation);
        const headersWithoutKey = Object.fromEntries(
          Object.entries(headers).filter(([name]) => name !== 'idempotency-key'),
        );
        const ask = async (rename: Rename) => {
          const request = requestOf(operation, { headers: headersWithoutKey, body: renamed(body, rename) });
          return without(await setting().send(reading, operation, request), otherOperator, unknownOperator);
        };
        const answer = await ask(foreign);
        if (operation.route.success.status === 200) expect(answer.status).toBe(200);
        else refusalOf(answer);
        expect(await ask(ofNobody)).toEqual(answer);
      },
    );
  });

  it.each(operations.filter(forOperators))(
    '$capability $routeId does not show operators the names of the carrier’s people',
    async (operation) => {
      const answer = await setting().send(reading, operation, requestOf(operation));
      if (operation.route.method === 'GET') expect(answer.status).toBe(operation.route.success.status);
      expect(answer.text).not.toContain(carrierPersonName);
    },
  );

  describe('a list', () => {
    it.each(lists.filter(forOperators))(
      'of $capability $routeId neither shows nor counts what is another operator’s',
      async (operation) => {
        const { params } = sampleOf(operation);
        const ask = (query: Record<string, string>) =>
          setting().send(reading, operation, requestOf(operation, { params: params ?? {}, query }));
        const answer = await ask({});
        expect(codeOf(answer)).toBe('200');
        expect(answer.text).not.toContain(otherOperator);
        const items = z.array(z.unknown()).parse(JSON.parse(answer.text));
        expect(answer.headers['x-result-count']).toBe(String(items.length));
        expect(answer.headers['x-total-count']).toBe(String(items.length));
      },
    );

    it.each(lists.filter(({ route }) => 'operatorId' in (route.query?.shape ?? {})))(
      'of $capability $routeId for another operator is answered like that for an unknown one',
      async (operation) => {
        const people = [
          ...(forOperators(operation) ? [reading] : []),
          ...(forManagers(operation) ? [personOf('manager')] : []),
        ];
        for (const person of people) {
          const ask = (operatorId: string) =>
            setting().send(person, operation, requestOf(operation, { query: { operatorId } }));
          const answer = await ask(otherOperator);
          expect(codeOf(answer)).toBe('404 notFound');
          expect(await ask(unknownOperator)).toEqual(answer);
          expect((await ask(ownOperator)).status).toBe(200);
        }
      },
    );

    it.each(lists.filter(forManagers))(
      'of $capability $routeId neither shows nor counts to a manager whom an operator has left',
      async (operation) => {
        const { params, query } = sampleOf(operation);
        const request = requestOf(operation, { params: params ?? {}, query: query ?? {} });
        // The manager's former requests may still be in the queue.
        const manager = personOf('manager');
        const before = await setting().send(manager, operation, request);
        await setting().assign(manager, []);
        // A portfolio is trusted for a minute, which a token with another group does not wait for.
        const former = { ...manager, groups: ['manager', `formerly-${operation.routeId}`] };
        const after = await setting().send(former, operation, request);
        expect(after.text).not.toContain(ownOperator);
        // What belongs to no operator is the same as before.
        if (!before.text.includes(ownOperator)) return;
        expect(codeOf(after)).toMatch(/^(200|404 notFound)$/);
        if (after.status === 200)
          expect([after.text, after.headers['x-total-count'] ?? '0']).toEqual(['[]', '0']);
      },
    );
  });
}
