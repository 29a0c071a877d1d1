import { expect, test } from 'vitest';
import { html, json, table } from '../../../console/html.ts';

test('values are escaped, HTML is not', () => {
  const bold = html`<b>${'<script>&"\''}</b>`;
  expect(html`<p title="${'"x"'}">${bold}${undefined}${['a', 1]}</p>`.text).toBe(
    '<p title="&#34;x&#34;"><b>&#60;script&#62;&#38;&#34;&#39;</b>a1</p>',
  );
});

test('JSON is escaped too', () => {
  expect(json({ name: '</pre>' }).text).not.toContain('</pre>"');
});

test('an empty table has a note', () => {
  expect(table(['A'], []).text).toContain('Nothing yet.');
});
