import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../../../web/src/features/orders/new/check-draft.ts';
import {
  addItem,
  emptyDraft,
  type OrderDraft,
  replaceItem,
} from '../../../../../../web/src/features/orders/new/draft.ts';
import {
  characteristicField,
  itemField,
  placeField,
} from '../../../../../../web/src/features/orders/new/field-names.ts';
import { known } from './fixture.ts';

const wording = {
  language: 'en',
  required: 'required',
  placeRequired: 'where?',
  unread: 'unread',
  dateInPast: 'past',
  endBeforeStart: 'before the start',
  unit: (code: string) => (code === 'Mbit/s' ? 'megabits' : code),
} as const;

type Values = Record<string, string | number | boolean>;

function connection(values: Values, place = 'Псков'): OrderDraft {
  const draft = addItem(emptyDraft('key'), { action: 'add', offeringId: 'port' });
  return replaceItem(draft, {
    id: '1',
    action: 'add',
    offeringId: 'port',
    values,
    places: [{ role: 'installation', name: place }],
  });
}

function change(values: Values): OrderDraft {
  const draft = addItem(emptyDraft('key'), { action: 'modify', productId: 'north-1' });
  return replaceItem(draft, { id: '1', action: 'modify', productId: 'north-1', values });
}

function problemsOf(draft: OrderDraft): Record<string, string> {
  return Object.fromEntries(checkDraft(draft, known, '2026-06-15', wording));
}

const complete = { network: 'corporate', bandwidth: 100 };

describe('the check as one types', () => {
  it('finds nothing wrong with a complete order', () => {
    expect(problemsOf(connection(complete))).toEqual({});
  });

  it('requires mandatory characteristics without a default', () => {
    expect(problemsOf(connection({ network: ' ' }))).toEqual({
      [characteristicField('1', 'network')]: 'required',
      [characteristicField('1', 'bandwidth')]: 'required',
    });
  });

  it.each([
    ['bandwidth', 9, 'At least 10 megabits'],
    ['bandwidth', 1001, 'At most 1000 megabits'],
    ['bandwidth', 10.5, 'Expected: a whole number'],
    ['profile', 'video', 'One of: data, voice'],
    ['contact', '8 (800) 1', 'Must match \\+7\\d{10}'],
    ['since', '31.12.2026', 'Expected: an ISO 8601 date, such as 2026-01-31'],
  ])('applies the rules of the catalogue: %s %s', (name, value, message) => {
    expect(problemsOf(connection({ ...complete, [name]: value }))).toEqual({
      [characteristicField('1', name)]: message,
    });
  });

  it('requires a place for a service that has one', () => {
    expect(problemsOf(connection(complete, ' '))).toEqual({ [placeField('1', 0)]: 'where?' });
  });

  it('lets nothing be taken away from a delivered service, and questions nothing that stays', () => {
    expect(problemsOf(change({}))).toEqual({});
    expect(problemsOf(change({ bandwidth: '' }))).toEqual({
      [characteristicField('1', 'bandwidth')]: 'required',
    });
  });

  it('refuses a day before today', () => {
    expect(problemsOf({ ...emptyDraft('key'), requestedCompletionDate: '2026-06-15' })).toEqual({});
    expect(problemsOf({ ...emptyDraft('key'), requestedCompletionDate: '2026-06-14' })).toEqual({
      requestedCompletionDate: 'past',
    });
  });

  it('refuses an end before the start, and a start before today', () => {
    const dates = { requestedStartDate: '2026-06-20', requestedCompletionDate: '2026-06-20' };
    expect(problemsOf({ ...emptyDraft('key'), ...dates })).toEqual({});
    expect(problemsOf({ ...emptyDraft('key'), ...dates, requestedCompletionDate: '2026-06-19' })).toEqual({
      requestedCompletionDate: 'before the start',
    });
    expect(problemsOf({ ...emptyDraft('key'), requestedStartDate: '2026-06-14' })).toEqual({
      requestedStartDate: 'past',
    });
  });

  it('holds back an item whose offering or service is not there: what was entered would be lost', () => {
    const draft = addItem(addItem(emptyDraft('key'), { action: 'add', offeringId: 'gone' }), {
      action: 'delete',
      productId: 'gone',
    });
    expect(problemsOf(draft)).toEqual({ [itemField('1')]: 'unread', [itemField('2')]: 'unread' });
  });
});
