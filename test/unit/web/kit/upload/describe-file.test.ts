import { beforeAll, expect, test } from 'vitest';
import { describeFile } from '../../../../../web/src/kit/upload/describe-file.ts';
import { attachmentLimits } from '../../../../../shared/order/attachment-limits.ts';
import { pageTexts } from '../../../../page-texts.ts';
import { speak } from '../../speak.ts';

const { upload } = pageTexts.ru.kit;
const said = (text: string) =>
  text.replace('{{types}}', 'PDF, JPEG, PNG, TIFF, DOCX, XLSX или CSV').replace('{{size}}', '20 МБ');

beforeAll(() => speak('ru'));

test('a file is described by its name, media type, size and hash', async () => {
  expect(await describeFile(new File(['abc'], 'Скан.заявления.PDF'), attachmentLimits)).toEqual({
    fileName: 'Скан.заявления.PDF',
    mimeType: 'application/pdf',
    size: 3,
    // FIPS 180-4, the example of SHA-256, in base64.
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  });
});

test.for([
  { what: 'of another type', file: new File(['abc'], 'Заявление.odt'), words: upload.wrongType },
  { what: 'without an ending', file: new File(['abc'], 'Заявление'), words: upload.wrongType },
  {
    what: 'that is called like what every object has',
    file: new File(['abc'], 'a.toString'),
    words: upload.wrongType,
  },
  { what: 'that is empty', file: new File([], 'Скан.pdf'), words: upload.empty },
  {
    what: 'of 20 MB and a byte',
    file: new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'Скан.tiff'),
    words: upload.tooLarge,
  },
])('a file $what is refused before it is sent', async ({ file, words }) => {
  await expect(describeFile(file, attachmentLimits)).rejects.toThrow(said(words));
});
