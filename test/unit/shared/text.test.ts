import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../shared/text.ts';

describe('languageOf', () => {
  it.each([
    [undefined, 'ru'],
    ['', 'ru'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['de,en;q=0.4,ru;q=0.5', 'ru'],
    ['en;q=0,ru;q=0.1', 'ru'],
    ['fr, *;q=0.1', 'ru'],
    ['english', 'ru'],
    [';;q=,,=', 'ru'],
  ])('reads %j as %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
