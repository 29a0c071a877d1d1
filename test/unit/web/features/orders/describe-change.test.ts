import { describe, expect, it } from 'vitest';
import { describeChange } from '../../../../../web/src/features/orders/describe-change.ts';
import { speak } from '../../speak.ts';
import { port } from './new/fixture.ts';

const uses = port.prodSpecCharValueUse;
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('a change in the history of an order', () => {
  it.each([
    [
      { attribute: 'expectedCompletionDate', from: '2026-11-01T20:59:00Z', to: '2026-11-08T20:59:00Z' },
      'Плановый срок: 1 нояб. 2026 г. → 8 нояб. 2026 г.',
    ],
    [{ attribute: 'priority', from: '4', to: '0' }, 'Приоритет: Обычный → Критический'],
    [{ attribute: 'externalId', to: 'A-1' }, 'Ваш номер: Не указано → A-1'],
    [{ attribute: 'notificationContact', from: '***' }, 'Контакт по заявке: скрыто → Не указано'],
    [{ attribute: 'place', from: 'Псков', to: 'Остров' }, 'Место: Псков → Остров'],
    [
      { attribute: 'productCharacteristic.bandwidth', from: '24', to: '1000' },
      'bandwidth: 24 Мбит/с → 1 000 Мбит/с',
    ],
    [{ attribute: 'productCharacteristic.profile', from: 'data', to: 'voice' }, 'profile: данные → голос'],
    [{ attribute: 'productCharacteristic.multicast', from: 'false', to: 'true' }, 'multicast: нет → да'],
    [{ attribute: 'productCharacteristic.unheardOf', from: 'a' }, 'unheardOf: a → Не указано'],
  ])('is formatted: %o', async (change, words) => {
    expect(plain(describeChange(change, uses, await speak('ru', 'orders')))).toBe(words);
  });
});
