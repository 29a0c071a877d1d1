import { describe, expect, it } from 'vitest';
import { formValues } from '../../../../../../web/src/features/orders/new/form-values.ts';
import { deliveredPort, port } from './fixture.ts';

const connection = { id: '1', action: 'add', offeringId: 'port', values: {}, places: [] } as const;
const change = { id: '1', action: 'modify', productId: 'north-1', values: {} } as const;

describe('the form of a characteristic', () => {
  it('begins a new service with the defaults, and with "no"', () => {
    const values = formValues({ ...connection, places: [] }, port, undefined);
    expect(values.map(({ use, value }) => [use.name, value])).toEqual([
      ['network', undefined],
      ['bandwidth', undefined],
      ['profile', 'data'],
      ['multicast', false],
      ['contact', undefined],
      ['since', undefined],
    ]);
  });

  it('begins a change with what the service has, and shows only what can be changed', () => {
    const values = formValues(change, port, deliveredPort);
    expect(values.map(({ use, value, before }) => [use.name, value, before])).toEqual([
      ['bandwidth', 100, 100],
      ['profile', undefined, undefined],
      ['multicast', undefined, undefined],
      ['contact', undefined, undefined],
      ['since', undefined, undefined],
    ]);
  });

  it('lets a value be taken away only where the cabinet would not put one back', () => {
    const clearable = (values: ReturnType<typeof formValues>) =>
      values.filter((value) => value.clearable).map(({ use }) => use.name);
    expect(clearable(formValues({ ...connection, places: [] }, port, undefined))).toEqual([
      'contact',
      'since',
    ]);
    expect(clearable(formValues(change, port, deliveredPort))).toEqual([
      'profile',
      'multicast',
      'contact',
      'since',
    ]);
  });
});
