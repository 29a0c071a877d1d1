import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../docs/adr');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const records = readdirSync(folder).filter((file) => file !== 'README.md');

const format =
  /^# (?<number>\d{4})\. (?<title>.+)\n\n- Status: (?<status>.+)\n- Date: \d{4}-\d\d-\d\d(?:, recorded \d{4}-\d\d-\d\d)?\n\n## Context\n[^]+\n## Decision\n[^]+\n## Consequences\n[^]+/;
const row =
  /^\| \[(?<number>\d{4})\]\((?<file>.+?)\) *\| (?<title>.+?) *\| (?<status>.+?) *\| (?<summary>.*?) *\|$/gm;

it.each(records)('%s has the format of a decision record', (file) => {
  expect(format.exec(read(file))?.groups?.['number']).toBe(file.slice(0, 4));
});

it('no two decisions have the same number', () => {
  const numbers = records.map((file) => file.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
});

it('the index lists every decision with its title, its status and one line', () => {
  const rows = [...read('README.md').matchAll(row)].map(({ groups }) => ({ ...groups }));
  expect(rows.map(({ summary, ...rest }) => ({ ...rest, hasSummary: summary !== '' }))).toEqual(
    records.map((file) => {
      const { number, title, status } = format.exec(read(file))?.groups ?? {};
      return { number, file, title, status, hasSummary: true };
    }),
  );
});

it.each(records)('%s has a status that is known, and names a decision that exists', (file) => {
  const status = format.exec(read(file))?.groups?.['status'] ?? '';
  expect(status).toMatch(/^(accepted|(amended|superseded) by \d{4})$/);
  const [named] = /\d{4}/.exec(status) ?? [];
  if (named !== undefined) expect(records.some((other) => other.startsWith(named))).toBe(true);
});
