import type { routes } from '../../functions/review/routes.ts';
import { applicationIds, awaitedScanId, formOf, scanId } from './review-world.ts';
import type { Samples } from './sample.ts';

const manager = { as: 'manager' } as const;
const idempotent = { 'idempotency-key': '8a4b5d1e-21f5-4f0e-93f2-0c7e3f1f4a10' };
const ifMatch = { 'if-match': '"1"' };
const { submitted, checked, paper } = applicationIds;

/** A sample of every route by which access applications are decided. */
export const reviewSamples: Samples<typeof routes> = {
  listAccessApplication: { ...manager, query: { state: 'submitted,inReview', limit: '10' } },
  listDecidedApplication: { ...manager, query: { kind: 'refused', 'at.gte': '2026-01-01' } },
  registerPaperApplication: {
    ...manager,
    headers: idempotent,
    body: { form: formOf('ООО «Казаньсеть»', '1600000068', '1261600000067') },
  },
  readAccessApplication: { ...manager, params: { id: submitted } },
  changeAccessApplication: {
    ...manager,
    params: { id: paper },
    headers: { ...ifMatch, 'content-type': 'application/merge-patch+json' },
    body: { checkList: { applicationSigned: true, identityChecked: true } },
  },
  takeAccessApplication: { ...manager, params: { id: submitted }, headers: ifMatch },
  requestApplicationCorrection: {
    ...manager,
    params: { id: submitted },
    headers: ifMatch,
    body: { text: 'На скане доверенности не видно печати' },
  },
  refuseAccessApplication: {
    ...manager,
    params: { id: submitted },
    headers: ifMatch,
    body: { reason: 'Доверенность не действует' },
  },
  approveAccessApplication: {
    ...manager,
    params: { id: checked },
    headers: ifMatch,
    body: { operatorId: 'obtelecom', billingAccountId: 'ЛС-100118', agreementId: 'МС-2026-118' },
  },
  createAccessApplicationAttachment: {
    ...manager,
    params: { id: paper },
    headers: idempotent,
    body: {
      kind: 'powerOfAttorney',
      fileName: 'Доверенность.pdf',
      mimeType: 'application/pdf',
      size: 51_200,
      sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    },
  },
  renewAccessApplicationAttachment: { ...manager, params: { id: paper, attachmentId: awaitedScanId } },
  openAccessApplicationAttachment: { ...manager, params: { id: submitted, attachmentId: scanId } },
  removeAccessApplicationAttachment: { ...manager, params: { id: paper, attachmentId: scanId } },
  listScanAccess: { as: 'carrier-administrator', query: { 'at.gte': '2026-02-01', limit: '10' } },
};
