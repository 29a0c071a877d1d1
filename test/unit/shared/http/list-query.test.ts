import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  dateRange,
  flag,
  oneOf,
  paging,
  selection,
  sortedBy,
  texts,
} from '../../../../shared/http/list-query.ts';

const query = z.strictObject({
  ...paging,
  ...selection,
  ...oneOf('state', ['held', 'pending']),
  ...texts('externalId'),
  ...flag('overdue'),
  ...dateRange('orderDate'),
  ...sortedBy(['-orderDate', 'orderDate']),
});

describe('list queries', () => {
  it('have defaults', () => {
    expect(query.parse({})).toEqual({ limit: 20, offset: 0 });
  });

  it('read every kind of parameter', () => {
    expect(
      query.parse({
        limit: '5',
        fields: 'id,state',
        state: 'held,pending',
        externalId: 'A-1',
        overdue: 'true',
        'orderDate.gte': '2026-01-31',
        'orderDate.lt': '2026-02-01T00:00:00 03:00',
        sort: 'orderDate',
      }),
    ).toEqual({
      limit: 5,
      offset: 0,
      fields: ['id', 'state'],
      state: ['held', 'pending'],
      externalId: ['A-1'],
      overdue: 'true',
      'orderDate.gte': '2026-01-31T00:00:00+03:00',
      'orderDate.lt': '2026-02-01T00:00:00+03:00',
      sort: 'orderDate',
    });
  });

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: '-1' },
    { limit: '1.5' },
    { limit: '1e2' },
    { limit: '' },
    { offset: '201' },
    { state: '' },
    { state: 'held,' },
    { state: 'HELD' },
    { overdue: 'yes' },
    { 'orderDate.gt': 'yesterday' },
    { 'orderDate.gt': '2026-02-30T00:00:00Z' },
    { sort: 'id' },
    { fields: 'id,,state' },
    { fields: '' },
    { cursor: '' },
    { colour: 'red' },
  ])('refuse %j', (value) => {
    expect(query.safeParse(value).success).toBe(false);
  });
});
