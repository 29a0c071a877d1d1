import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { renderApplication } from '../../../../functions/forms/render.ts';
import { standardApplication } from '../../../../functions/forms/standard-application.ts';
import { wholeForm } from '../../../samples/applications-world.ts';

async function textOf(bytes: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

it('is a PDF whose Russian text can be selected, blank and filled in', async () => {
  const blank = await renderApplication(standardApplication('ПАО «Связь»'));
  expect(blank.subarray(0, 5).toString()).toBe('%PDF-');
  const words = await textOf(blank);
  for (const expected of [
    'В ПАО «Связь»',
    'Заявление на доступ в кабинет оператора',
    'Подпись и расшифровка',
    'М.П.',
    'Приложения:',
  ])
    expect(words).toContain(expected);
  expect(words).not.toContain('undefined');

  const filled = await textOf(
    await renderApplication(standardApplication('ПАО «Связь»', wholeForm, '0SVBM1TTED000000')),
  );
  for (const expected of [
    'ООО «Северные линии»',
    '7707083893',
    'Семёнова Анна Петровна',
    'semenova@lines.example',
    'администратор',
    '0SVBM1TTED000000',
  ])
    expect(filled).toContain(expected);
});
