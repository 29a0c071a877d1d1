import { currentLanguage } from '../../i18n/languages.ts';

/** The carrier's time zone, in which all dates are shown. */
const timeZone = 'Europe/Moscow';
const locales = { ru: 'ru-RU', en: 'en-GB' } as const;

function locale(): string {
  return locales[currentLanguage()];
}

/** A day: `22 нояб. 2026 г.`, `22 Nov 2026`. */
export function formatDate(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

/** A calendar day, `2026-01-31`, which is the same in every time zone. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A moment, in Moscow time. */
export function formatDateTime(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );
}

/** Roubles, with kopecks where there are any: `12 500 ₽`. */
export function formatMoney(roubles: number): string {
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: 'RUB',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(roubles) ? 0 : 2,
    maximumFractionDigits: 6,
  }).format(roubles);
}

/** A number as people of the language write it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 6 }).format(value);
}

const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How far from now: `через 3 дня`, `2 hours ago`. */
export function formatDistance(iso: string, now: Date = new Date()): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  return step === undefined
    ? format.format(0, 'minute')
    : format.format(Math.round(seconds / step.seconds), step.unit);
}
