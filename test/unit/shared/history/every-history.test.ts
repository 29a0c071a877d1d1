import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationHistory } from '../../../../shared/application/application-history.ts';
import { operatorHistory } from '../../../../shared/operator/operator-history.ts';
import { orderHistory } from '../../../../shared/order/order-history.ts';
import { productHistory } from '../../../../shared/product/product-history.ts';
import { acceptanceHistory } from '../../../../shared/rules/acceptance-history.ts';
import { Partition } from '../../../../shared/table/partition.ts';
import { applicationItems } from '../../../samples/applications-world.ts';
import { orderItems } from '../../../samples/orders-world.ts';
import { peopleItems } from '../../../samples/people-world.ts';
import { reviewItems } from '../../../samples/review-world.ts';
import { serviceItems } from '../../../samples/services-world.ts';
import { people } from '../../../samples/world.ts';

const root = path.join(import.meta.dirname, '../../../..');
const partition = Partition.ofCarrier();

/** Every history, by the beginning of its keys. A new one has to be added here. */
const histories = new Map(
  [
    applicationHistory(partition),
    operatorHistory(partition),
    orderHistory(partition, ''),
    productHistory(partition, ''),
    acceptanceHistory(partition),
  ].map((history) => [history.prefix.split('#')[0], history] as const),
);

const sources = ['functions', 'shared', 'infra/demo'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const name = path.posix.join(folder, file.replaceAll(path.sep, '/'));
      return { name, text: readFileSync(path.join(root, name), 'utf8') };
    }),
);

/** Lines of code, without comments, that match a pattern, with their files. */
function linesWith(pattern: RegExp): { readonly name: string; readonly line: string }[] {
  return sources.flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
      .map((line) => ({ name, line })),
  );
}

describe('every history', () => {
  it('is made by the module, with a prefix that is listed here', () => {
    const made = linesWith(/new History\(/).map(({ line }) => /['`]([A-Z]+\/HISTORY)#/.exec(line)?.[1]);
    expect(made.toSorted()).toEqual([...histories.keys()].toSorted());
  });

  it('is the only one that makes keys of history items', () => {
    const others = linesWith(/HISTORY#/).filter(({ line }) => !line.includes('new History('));
    expect(others).toEqual([]);
  });

  it('has its events written by `append` alone: whatever else writes one, erases a part of it', () => {
    const writers = linesWith(/\.append\(/).map(({ name }) => name);
    expect([...new Set(writers)].toSorted()).toEqual([
      'functions/operators/administration.ts',
      'functions/operators/change-operator.ts',
      'functions/operators/register-operator.ts',
      'functions/orders/actions.ts',
      'functions/people/store.ts',
      'functions/review/approval-store.ts',
      'functions/services/store.ts',
      'shared/application/application-history.ts',
    ]);
    expect(linesWith(/\bhistory\w*\.key\(/i).map(({ name }) => name)).toEqual([]);
  });

  it('reads the items of the samples’ world, which are numbered from 1', () => {
    const items = [
      ...people,
      ...applicationItems,
      ...orderItems,
      ...peopleItems,
      ...reviewItems,
      ...serviceItems,
    ]
      .map((item): Readonly<Record<string, unknown>> => item)
      .filter(({ sk }) => String(sk).includes('/HISTORY#'));
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const sk = String(item['sk']);
      const event = histories.get(sk.split('#')[0])?.parse(item);
      expect([sk, event?.sequence]).toEqual([sk, 1]);
      expect(sk.endsWith('#0000000001')).toBe(true);
    }
  });
});
