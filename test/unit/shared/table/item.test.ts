import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem } from '../../../../shared/table/item.ts';

const order = {
  version: 3,
  state: 'acknowledged',
  statePartition: 'OP#alfa#ORDER#acknowledged',
  stateSort: '01',
  items: [{ id: '1', places: [{ role: 'a', name: 'Казань' }], isFree: false, share: 0.5 }],
  notes: [],
  description: null,
  externalId: undefined,
};

describe('a stored item', () => {
  it('keeps what conditions, updates and indexes name as attributes, and the rest as one document', () => {
    const { document, ...attributes } = encodeItem({ pk: 'OP#alfa', sk: 'ORDER#1', ...order });
    expect(attributes).toEqual({
      pk: 'OP#alfa',
      sk: 'ORDER#1',
      version: 3,
      state: 'acknowledged',
      statePartition: 'OP#alfa#ORDER#acknowledged',
      stateSort: '01',
    });
    expect(JSON.parse(String(document))).toEqual({ items: order.items, notes: [], description: null });
  });

  it('is read as it was written, without what was undefined', () => {
    const { externalId, ...written } = order;
    expect(externalId).toBeUndefined();
    expect(decodeItem(encodeItem(order))).toStrictEqual(written);
  });

  it('keeps bytes, and structures that are updated on their own, beside the document', () => {
    const item = { reply: Buffer.from('x'), prices: [{ kopecks: 1 }], places: [] };
    expect(encodeItem(item)).toEqual({
      reply: Buffer.from('x'),
      prices: '[{"kopecks":1}]',
      places: '[]',
      document: '{}',
    });
    expect(decodeItem(encodeItem(item))).toEqual(item);
  });

  it('is compressed where its document takes more than a kilobyte', () => {
    const item = { id: '1', description: 'ы'.repeat(600) };
    const { document } = encodeItem(item);
    expect(document).toBeInstanceOf(Uint8Array);
    expect((document as Uint8Array).byteLength).toBeLessThan(100);
    expect(decodeItem(encodeItem(item))).toEqual(item);
    expect(encodeItem({ description: 'x'.repeat(1000) })['document']).toBeTypeOf('string');
  });

  it('prefers an attribute, which may have been updated, to the document', () => {
    expect(decodeItem({ state: 'done', document: '{"state":"old","id":"1"}' })).toEqual({
      state: 'done',
      id: '1',
    });
  });

  it.each([undefined, 7, '7', 'null', '{"state', Buffer.from('no deflate')])(
    'whose document is %j is refused',
    (document) => {
      expect(() => decodeItem({ pk: 'OP#alfa', document })).toThrow();
    },
  );
});
