import { describe, expect, it } from 'vitest';
import { nameOfValue, valueInWords } from '../../../../../web/src/entities/offering/characteristic-words.ts';
import { port } from '../../features/orders/new/fixture.ts';
import { speak } from '../../speak.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('a value of a characteristic', () => {
  it('is called by its label, which has its unit in itself', async () => {
    await speak('ru');
    expect(valueInWords(10000, { label: '10 Гбит/с', unitOfMeasure: 'Mbit/s' })).toBe('10 Гбит/с');
  });

  it('has its unit where the label is only its code', async () => {
    await speak('ru');
    expect(plain(valueInWords(12, { label: '12', unitOfMeasure: 'month' }))).toBe('12 мес.');
  });

  it('is a yes, a no or a day where it is one', async () => {
    await speak('ru');
    expect(valueInWords(true, {})).toBe('да');
    expect(plain(valueInWords('2026-01-31', {}))).toBe('31 янв. 2026 г.');
    expect(valueInWords('MSK-M9', {})).toBe('MSK-M9');
  });

  it('has the words of its offering', async () => {
    await speak('ru');
    const use = (name: string) => port.prodSpecCharValueUse.find((candidate) => candidate.name === name);
    expect(nameOfValue(use('profile'), 'voice')).toBe('голос');
    expect(plain(nameOfValue(use('bandwidth'), 1000))).toBe('1 000 Мбит/с');
    expect(nameOfValue(undefined, 'voice')).toBe('voice');
  });
});
