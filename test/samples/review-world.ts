import type { ApplicationHappening } from '../../shared/application/application-event.ts';
import type { ApplicationForm } from '../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { scanKey, type ScanRecord } from '../../shared/application/scan-record.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import { carrierActor } from '../../shared/history/actor.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';
import { personOf, sampleRequestId, ulidOf } from './world.ts';
import { appendApplicationEvent } from '../../shared/application/application-history.ts';

/** Reference codes of applications by their purpose. */
export const applicationIds = {
  /** Submitted online, not taken yet. */
  submitted: '0SVBM1TTED000000',
  /** Checked to the end. */
  checked: '0CHECKED00000000',
  /** Came on paper. */
  paper: '0PAPER0000000000',
  refused: '0REFVSED00000000',
} as const;

const managerSub = personOf('manager').sub;
const scope: PortfolioScope = {
  kind: 'portfolio',
  sub: managerSub,
  roles: ['manager'],
  operatorIds: new Set(),
};

/** Company details of an application. */
export function formOf(name: string, taxpayerNumber: string, registrationNumber: string): ApplicationForm {
  return {
    company: {
      name,
      taxpayerNumber,
      registrationReasonCode: `${taxpayerNumber.slice(0, 4)}01001`,
      registrationNumber,
    },
    agreementNumber: 'МС-2026-118',
    contact: { name: 'Анна Зимина', email: 'zimina@baikalsvyaz.example', phone: '+73952000118' },
    users: [
      { name: 'Анна Зимина', email: 'zimina@baikalsvyaz.example', roles: ['administrator'] },
      { name: 'Пётр Лыков', email: 'lykov@baikalsvyaz.example', roles: ['technical', 'finance'] },
    ],
  };
}

const baikalForm = formOf('ООО «Байкалсвязь»', '3800000037', '1263800000034');

const unchecked = {
  applicationSigned: false,
  identityChecked: false,
  authorityChecked: false,
  requisitesChecked: false,
};

const submitted: ApplicationRecord = {
  schemaVersion: 1,
  version: 1,
  historySequence: 1,
  id: applicationIds.submitted,
  state: 'submitted',
  channel: 'form',
  form: baikalForm,
  createdAt: '2026-02-26T08:00:00.000Z',
  updatedAt: '2026-02-26T09:00:00.000Z',
  submittedAt: '2026-02-26T09:00:00.000Z',
  dueAt: '2026-03-03T20:59:59.999Z',
  checkList: unchecked,
  scannedKinds: ['application', 'identityDocument', 'powerOfAttorney'],
  corrections: [],
};

const checked: ApplicationRecord = {
  ...submitted,
  id: applicationIds.checked,
  state: 'inReview',
  form: formOf('АО «Обьтелеком»', '5400000043', '1265400000040'),
  managerSub,
  checkList: {
    applicationSigned: true,
    identityChecked: true,
    authorityChecked: true,
    requisitesChecked: true,
  },
};

const paper: ApplicationRecord = {
  ...submitted,
  id: applicationIds.paper,
  state: 'inReview',
  channel: 'paper',
  form: formOf('ООО «Приморсклинк»', '2500000059', '1262500000058'),
  managerSub,
  scannedKinds: ['application'],
};

const refused: ApplicationRecord = {
  ...submitted,
  id: applicationIds.refused,
  state: 'refused',
  managerSub,
  decision: {
    at: '2026-02-27T12:00:00.000Z',
    by: managerSub,
    kind: 'refused',
    reason: 'Доверенность не действует',
  },
  // Later than any day on which the samples are sent.
  eraseAt: '2099-01-01T00:00:00.000Z',
};

/** A scan that every application of the samples has. */
export const scanId = ulidOf('SCAN');

const scan: ScanRecord = {
  schemaVersion: 1,
  version: 2,
  id: scanId,
  kind: 'application',
  fileName: 'Заявление.pdf',
  mimeType: 'application/pdf',
  size: 48_213,
  sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  state: 'accepted',
  createdAt: '2026-02-26T08:20:00.000Z',
  inspectedAt: '2026-02-26T08:20:05.000Z',
};

/** A scan of the application from paper that is still to come. */
export const awaitedScanId = ulidOf('SCAN2');

const awaitedScan: ScanRecord = {
  ...scan,
  version: 1,
  id: awaitedScanId,
  kind: 'other',
  state: 'awaited',
  inspectedAt: undefined,
};

const opened: ApplicationHappening = { kind: 'scanOpened', change: [], scanId, scanKind: 'application' };
const openedBy = {
  by: carrierActor(personOf('manager'), 'manager'),
  at: '2026-02-27T10:00:00.000Z',
  requestId: sampleRequestId,
} as const;

const itemAt = ({ partition, sortKey }: ItemKey, item: object) => ({
  pk: partition.key,
  sk: sortKey,
  ...item,
});

/** Applications with their packages and histories, as items of the table. */
export const reviewItems = [submitted, checked, paper, refused].flatMap((application) => {
  const partition = Partition.ofApplication(scope, application.id);
  return [
    ...writeApplication(partition, undefined, application).flatMap((action) =>
      'put' in action ? [itemAt(action.put, action.item)] : [],
    ),
    ...(application === paper ? [scan, awaitedScan] : [scan]).map((one) =>
      itemAt(scanKey(partition, one.id), one),
    ),
    ...[appendApplicationEvent(partition, application, openedBy, opened)].flatMap((action) =>
      'put' in action ? [itemAt(action.put, action.item)] : [],
    ),
  ];
});
