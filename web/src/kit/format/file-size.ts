import { currentLanguage } from '../../i18n/languages.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** How large a file is: `2,4 МБ`, `37 kB`. */
export function formatFileSize(bytes: number): string {
  const size = bytes < megabyte ? bytes / kilobyte : bytes / megabyte;
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: bytes < megabyte ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: size < 10 ? 1 : 0,
  }).format(size);
}
