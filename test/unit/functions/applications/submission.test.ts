import { expect, test } from 'vitest';
import { newDraft } from '../../../../functions/applications/draft.ts';
import { submit } from '../../../../functions/applications/submission.ts';
import type { ScanRecord } from '../../../../shared/application/scan-record.ts';
import { applicantWith, completeSecret, wholeForm } from '../../../samples/applications-world.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const scans = (['application', 'identityDocument', 'powerOfAttorney'] as const).map((kind): ScanRecord => ({
  schemaVersion: 1,
  version: 1,
  id: kind,
  kind,
  fileName: 'Скан.pdf',
  mimeType: 'application/pdf',
  size: 1000,
  sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  state: 'accepted',
  createdAt: now.toISOString(),
}));
const draft = { ...newDraft(applicantWith(completeSecret), now), form: wholeForm };

test('corrections from the applicant reset the checklist', () => {
  const ticked = {
    ...draft,
    state: 'correctionRequested' as const,
    checkList: {
      applicationSigned: true,
      identityChecked: true,
      authorityChecked: true,
      requisitesChecked: true,
    },
    corrections: [{ at: now.toISOString(), by: 'manager-1', text: 'Нет печати' }],
  };
  expect(submit(ticked, scans, now)).toMatchObject({
    state: 'inReview',
    checkList: {
      applicationSigned: false,
      identityChecked: false,
      authorityChecked: false,
      requisitesChecked: false,
    },
    corrections: [{ answeredAt: now.toISOString() }],
  });
});
