import i18next from 'i18next';
import { formatNumber } from './format.ts';

/** Units with texts, by their catalogue code. */
const names = {
  '%': 'percent',
  E1: 'e1',
  Erl: 'erlang',
  'kbit/s': 'kilobitsPerSecond',
  'Mbit/s': 'megabitsPerSecond',
  'Gbit/s': 'gigabitsPerSecond',
  U: 'rackUnit',
  W: 'watt',
  kW: 'kilowatt',
  byte: 'byte',
  dB: 'decibel',
  fibre: 'fibre',
  ms: 'millisecond',
  s: 'second',
  min: 'minute',
  h: 'hour',
  day: 'day',
  month: 'month',
  year: 'year',
  mm: 'millimetre',
  m: 'metre',
  km: 'kilometre',
  line: 'line',
  number: 'number',
  rack: 'rack',
  session: 'session',
} as const;

type Code = keyof typeof names;

function isKnown(code: string): code is Code {
  return Object.hasOwn(names, code);
}

/**
 * A unit in the reader's words, in the form that goes with an amount: `Мбит/с`, `24 сеанса`, `1 month`. One that has no
 * text here is shown as in the catalogue.
 */
export function unitInWords(code: string, amount: number): string {
  return isKnown(code) ? i18next.t(`unit.${names[code]}`, { count: amount }) : code;
}

/** An amount in a unit: `100 Мбит/с`. */
export function amountInWords(amount: number, code: string | undefined): string {
  const number = formatNumber(amount);
  // A non-breaking space keeps a number and its unit on one line.
  return code === undefined ? number : `${number}\u00a0${unitInWords(code, amount)}`;
}

/** Formats the unit of an agreed price, which the API gives as one text: `100 W`. */
export function pricedUnitInWords(text: string): string {
  const { amount, code } = /^(?<amount>\d+(?:\.\d+)?) (?<code>.+)$/.exec(text)?.groups ?? {};
  return amount === undefined || code === undefined ? text : amountInWords(Number(amount), code);
}
