import { currentLanguage } from '../i18n/languages.ts';

const units = [
  { unit: 'megabyte', bytes: 1024 * 1024 },
  { unit: 'kilobyte', bytes: 1024 },
] as const;

/** How large a file is: `2,4 МБ`, `37 kB`. */
export function formatFileSize(bytes: number): string {
  const step = units.find((candidate) => bytes >= candidate.bytes) ?? { unit: 'byte', bytes: 1 };
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: step.unit,
    maximumFractionDigits: step.unit === 'megabyte' ? 1 : 0,
  }).format(bytes / step.bytes);
}
