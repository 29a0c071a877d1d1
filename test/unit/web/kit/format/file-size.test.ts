import { beforeAll, expect, test } from 'vitest';
import { formatFileSize } from '../../../../../web/src/kit/format/file-size.ts';
import { speak } from '../../speak.ts';

beforeAll(() => speak('ru'));

test.for([
  { bytes: 1, said: '0 кБ' },
  { bytes: 599, said: '0,6 кБ' },
  { bytes: 48_213, said: '47 кБ' },
  { bytes: 2_500_000, said: '2,4 МБ' },
  { bytes: 20 * 1024 * 1024, said: '20 МБ' },
])('$bytes bytes are $said', ({ bytes, said }) => {
  expect(formatFileSize(bytes).replaceAll(/\s/g, ' ')).toBe(said);
});
