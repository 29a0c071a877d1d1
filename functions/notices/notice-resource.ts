import * as z from 'zod';
import { carrierPerson, presentCarrierPerson } from '../../shared/auth/carrier-person.ts';
import { mergePatchOf } from '../../shared/http/merge-patch.ts';
import { oneLine } from '../../shared/requisites/one-line.ts';
import type { Language } from '../../shared/text.ts';
import { dateTime, ignored } from '../../shared/tmf/resource.ts';
import { noticeKinds, type NoticeRecord } from './notice-record.ts';
import { noticeStates, stateOf } from './notice-state.ts';

/** Path of the notices. */
export const noticePath = '/cabinet/v1/notice';

const identity = {
  id: z.string(),
  href: z.string(),
  /** Rises by one with every change. */
  version: z.int(),
  kind: z.enum(noticeKinds),
};

const period = z.strictObject({ startDateTime: z.string(), endDateTime: z.string() });

/** A notice as all users read it: in one language, without its author. */
export const notice = z
  .strictObject({
    '@type': z.literal('CabinetNotice'),
    ...identity,
    title: z.string(),
    text: z.string(),
    validFor: period,
  })
  .meta({ id: 'Notice' });

const bothLanguages = z.strictObject({ ru: z.string(), en: z.string() });

/** A notice, as the carrier's administrators manage it. */
export const managedNotice = z
  .strictObject({
    '@type': z.literal('CabinetManagedNotice'),
    ...identity,
    state: z.enum(noticeStates),
    title: bothLanguages,
    text: bothLanguages,
    validFor: period,
    /** Its author, who is responsible for it. */
    owner: carrierPerson,
    createdAt: z.string(),
    changedBy: carrierPerson,
    changedAt: z.string(),
    withdrawnAt: z.string().optional(),
  })
  .meta({ id: 'ManagedNotice' });

const text = z.string().trim().min(1).max(2000);

/** A notice to create. Both languages are mandatory, so that no reader sees a blank. */
export const noticeInput = z.strictObject({
  ...ignored('@type', 'id', 'href', 'version', 'state', 'owner', 'createdAt', 'changedBy', 'changedAt'),
  ...ignored('withdrawnAt'),
  kind: z.enum(noticeKinds),
  title: z.strictObject({ ru: oneLine, en: oneLine }),
  text: z.strictObject({ ru: text, en: text }),
  /** Defaults to now. */
  validFor: z.strictObject({ startDateTime: dateTime.optional(), endDateTime: dateTime }),
});

/** A JSON Merge Patch of a notice. */
export const noticePatch = mergePatchOf(noticeInput);

export type NoticeInput = z.output<typeof noticeInput>;
export type ManagedNotice = z.output<typeof managedNotice>;

/** A notice as readers see it. */
export function presentNotice(record: NoticeRecord, language: Language): z.output<typeof notice> {
  return {
    '@type': 'CabinetNotice',
    ...identify(record),
    title: record.title[language],
    text: record.text[language],
    validFor: record.validFor,
  };
}

/** A notice as its administrators see it. */
export function presentManagedNotice(
  record: NoticeRecord,
  reader: { readonly sub: string },
  now: Date,
): ManagedNotice {
  const { title, text, validFor, owner, createdAt, changedBy, changedAt, withdrawnAt } = record;
  return {
    '@type': 'CabinetManagedNotice',
    ...identify(record),
    state: stateOf(record, now),
    title,
    text,
    validFor,
    owner: presentCarrierPerson(owner, reader),
    createdAt,
    changedBy: presentCarrierPerson(changedBy, reader),
    changedAt,
    ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
  };
}

function identify({ id, version, kind }: NoticeRecord) {
  return { id, href: `${noticePath}/${id}`, version, kind };
}
