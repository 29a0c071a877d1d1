import * as z from 'zod';
import { maxOffset } from '../table/max-offset.ts';
import { dateTime } from '../tmf/resource.ts';

/** How many resources a page of a list may have. */
const maxPageSize = 100;

const wholeNumber = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, { error: `${name}: ${String(min)}…${String(max)}` })
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** Parameters that every list takes. */
export const paging = {
  limit: wholeNumber('limit', 1, maxPageSize).default(20),
  offset: wholeNumber('offset', 0, maxOffset).default(0),
  cursor: z.string().min(1).max(400).optional(),
};

/** Parameters that every resource and list takes. */
export const selection = {
  fields: z
    .string()
    .max(1000)
    .regex(/^[@\w]+(,[@\w]+)*$/)
    .transform((names) => names.split(','))
    .optional(),
};

/** A filter that names one or several of a closed set of values: `state=held,pending`. */
export function oneOf<N extends string, V extends string>(
  name: N,
  values: readonly [V, ...V[]],
): Record<N, z.ZodOptional<z.ZodPipe<z.ZodTransform, z.ZodArray<z.ZodEnum<{ [K in V]: K }>>>>>;
export function oneOf(name: string, values: readonly [string, ...string[]]): Record<string, z.ZodType> {
  return { [name]: z.preprocess(splitList, z.array(z.enum(values)).min(1).max(20)).optional() };
}

/** A filter that names one or several texts exactly: `externalId=A-1,A-2`. */
export function texts<N extends string>(
  name: N,
): Record<N, z.ZodOptional<z.ZodPipe<z.ZodTransform, z.ZodArray<z.ZodString>>>>;
export function texts(name: string): Record<string, z.ZodType> {
  return { [name]: z.preprocess(splitList, z.array(z.string().min(1).max(200)).min(1).max(20)).optional() };
}

/** A filter that is true or false: `overdue=true`. */
export function flag<N extends string>(
  name: N,
): Record<N, z.ZodOptional<z.ZodEnum<{ true: 'true'; false: 'false' }>>>;
export function flag(name: string): Record<string, z.ZodType> {
  return { [name]: z.enum(['true', 'false']).optional() };
}

type DateBound<N extends string> = `${N}.${'gt' | 'gte' | 'lt' | 'lte'}`;

/** Filters that bound a date: `orderDate.gte=2026-01-01`. A date alone is that day's midnight in Moscow. */
export function dateRange<N extends string>(
  name: N,
): Record<DateBound<N>, z.ZodOptional<z.ZodPipe<z.ZodTransform, z.ZodISODateTime>>>;
export function dateRange(name: string): Record<string, z.ZodType> {
  const bound = z.preprocess(midnightOfDate, dateTime).optional();
  return Object.fromEntries(['gt', 'gte', 'lt', 'lte'].map((comparison) => [`${name}.${comparison}`, bound]));
}

/** Orders of a list: each name ascending, and with `-` before it descending; the first is the default. */
export function sortedBy<S extends string>(orders: readonly [S, ...S[]]) {
  return { sort: z.enum(orders).optional() };
}

function splitList(value: unknown): unknown {
  return typeof value === 'string' ? value.split(',') : value;
}

function midnightOfDate(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  // A `+` that was not percent-encoded arrives as a blank.
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+03:00` : value.replace(' ', '+');
}
