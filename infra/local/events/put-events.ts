import * as z from 'zod';
import { ServiceError, type Operation } from '../endpoint/json-protocol.ts';
import { busName } from './rules.ts';

/** An accepted entry. */
export interface PutEntry {
  readonly bus: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
  readonly time: Date | undefined;
}

const entrySchema = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
  Time: z.number().optional(),
});
const inputSchema = z.object({ Entries: z.array(entrySchema).min(1).max(10) });
const detailSchema = z.record(z.string(), z.unknown());

/** Names of the buses to which a request puts events, each once. @throws a zod error for invalid input */
export function namedBuses(input: unknown): readonly string[] {
  return [...new Set(inputSchema.parse(input).Entries.map(({ EventBusName }) => busName(EventBusName)))];
}

/** Maximum size of all entries of a request in bytes (Amazon EventBridge User Guide, "PutEvents"). */
const maxRequestBytes = 1024 * 1024;

/**
 * The operation `PutEvents`: invalid entries do not prevent the others.
 * @param put stores the events, all or none, and returns their ids
 */
export function createPutEvents(
  buses: readonly string[],
  put: (entries: readonly PutEntry[]) => string[],
): Operation {
  return (input) => {
    const { Entries } = inputSchema.parse(input);
    const size = Entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
    if (size > maxRequestBytes)
      throw new ServiceError(
        'ValidationException',
        'Total size of the entries in the request is over the limit.',
      );
    const parsed = Entries.map((entry) => parseEntry(entry, buses));
    const ids = put(parsed.filter((entry) => 'bus' in entry));
    const results = parsed.map((entry) => ('bus' in entry ? { EventId: ids.shift() } : entry));
    return { FailedEntryCount: parsed.filter((entry) => !('bus' in entry)).length, Entries: results };
  };
}

interface EntryFault {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

function parseEntry(entry: z.infer<typeof entrySchema>, buses: readonly string[]): PutEntry | EntryFault {
  const { Source: source, DetailType: detailType, Detail: text, Resources: resources, Time: time } = entry;
  const bus = busName(entry.EventBusName);
  if (source === undefined || source === '')
    return invalid('Parameter Source is not valid. Reason: Source is a required argument.');
  if (detailType === undefined || detailType === '')
    return invalid('Parameter DetailType is not valid. Reason: DetailType is a required argument.');
  if (text === undefined)
    return invalid('Parameter Detail is not valid. Reason: Detail is a required argument.');
  if (source.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  if (!buses.includes(bus))
    return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${bus} does not exist.` };
  const detail = detailSchema.safeParse(parseJson(text));
  if (!detail.success) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  return {
    bus,
    source,
    detailType,
    detail: detail.data,
    resources,
    time: time === undefined ? undefined : new Date(time * 1000),
  };
}

function invalid(ErrorMessage: string): EntryFault {
  return { ErrorCode: 'InvalidArgument', ErrorMessage };
}

function sizeOf({
  Source = '',
  DetailType = '',
  Detail = '',
  Resources,
  Time,
}: z.infer<typeof entrySchema>): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
