import { createHash } from 'node:crypto';
import { applicationItem, type ApplicationRecord } from '../../shared/application/application-record.ts';
import { scanSortKeyPrefix, type ScanRecord } from '../../shared/application/scan-record.ts';
import { applicantOf } from '../../shared/auth/applicant.ts';
import { ulidOf } from './world.ts';

type Item = Readonly<Record<string, unknown>>;

/** Secret of a draft with a complete form and package. */
export const completeSecret = 'c'.repeat(43);
/** Secret of a draft of which one scan is still to come. */
export const openSecret = 'o'.repeat(43);
/** Secret without an application. */
export const newSecret = 'n'.repeat(43);

/** The scan that is still to come. */
export const awaitedScanId = ulidOf('SCAN4');

/** The application that a secret opens, as an applicant. */
export function applicantWith(secret: string) {
  const applicant = applicantOf(secret);
  if (applicant === undefined) throw new Error('Not a secret');
  return applicant;
}

const at = '2026-03-02T09:00:00.000Z';
/** Drafts of the samples do not expire. */
const eraseAt = '2126-03-09T09:00:00.000Z';

/** A complete form with invented people. */
export const wholeForm = {
  company: {
    name: 'ООО «Северные линии»',
    taxpayerNumber: '7707083893',
    registrationReasonCode: '770701001',
    registrationNumber: '1027700132195',
    legalAddress: '163000, г. Архангельск, наб. Северной Двины, д. 1',
  },
  agreementNumber: 'МС-17/2026',
  contact: { name: 'Семёнова Анна Петровна', email: 'semenova@lines.example', phone: '+78182123456' },
  users: [
    { name: 'Семёнова Анна Петровна', email: 'semenova@lines.example', roles: ['administrator' as const] },
    { name: 'Котов Олег Юрьевич', email: 'kotov@lines.example', roles: ['technical' as const] },
  ],
};

function draftItems(secret: string, scans: readonly ScanRecord[]): readonly Item[] {
  const { applicationId, secretHash } = applicantWith(secret);
  const draft: ApplicationRecord = {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    id: applicationId,
    state: 'draft',
    channel: 'form',
    form: wholeForm,
    secretHash,
    createdAt: at,
    updatedAt: at,
    checkList: {
      applicationSigned: false,
      identityChecked: false,
      authorityChecked: false,
      requisitesChecked: false,
    },
    corrections: [],
    eraseAt,
  };
  const pk = `APPLICATION#${applicationId}`;
  return [
    { pk, sk: 'APPLICATION', ...applicationItem(draft) },
    ...scans.map((scan) => ({ pk, sk: `${scanSortKeyPrefix}${scan.id}`, ...scan })),
    {
      pk: `APPLICATION/STATUS#${applicationId}`,
      sk: 'STATUS',
      schemaVersion: 1,
      state: 'draft',
      updatedAt: at,
      eraseAt,
    },
  ];
}

/** A scan, accepted unless said. */
function scanOf(
  kind: ScanRecord['kind'],
  suffix: string,
  state: ScanRecord['state'] = 'accepted',
): ScanRecord {
  return {
    schemaVersion: 1,
    version: 1,
    id: ulidOf(suffix),
    kind,
    fileName: 'Скан.pdf',
    mimeType: 'application/pdf',
    size: 1000,
    sha256: createHash('sha256').update(suffix).digest('base64'),
    state,
    createdAt: at,
  };
}

const wholePackage = [
  scanOf('application', 'SCAN1'),
  scanOf('identityDocument', 'SCAN2'),
  scanOf('powerOfAttorney', 'SCAN3'),
];

/** Drafts of applicants, as items of the table. */
export const applicationItems: readonly Item[] = [
  ...draftItems(completeSecret, wholePackage),
  ...draftItems(openSecret, [...wholePackage, scanOf('other', 'SCAN4', 'awaited')]),
];
