import { expect, it } from 'vitest';
import { readAll } from '../../../../web/src/api/read-all.ts';

/** A list of 250 rows that is answered by a hundred, as the API does. */
const readHundred = (cursor: string | undefined) => {
  const from = Number(cursor ?? 0);
  const rows = Array.from({ length: Math.min(100, 250 - from) }, (_, index) => from + index);
  const link = from + 100 < 250 ? { link: `</list?limit=100&cursor=${from + 100}>; rel="next"` } : {};
  return Promise.resolve({ data: rows, response: new Response(null, { headers: link }) });
};

it('reads what people choose from to its end', async () => {
  expect(await readAll(readHundred)).toEqual(Array.from({ length: 250 }, (_, index) => index));
});

it('has nothing rather than a part where a page cannot be read', async () => {
  const failing = (cursor: string | undefined) =>
    cursor === undefined
      ? readHundred(cursor)
      : Promise.resolve({ response: new Response(null, { status: 503 }) });
  await expect(readAll(failing)).rejects.toMatchObject({ status: 503 });
});
