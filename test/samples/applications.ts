import type { routes } from '../../functions/applications/routes.ts';
import { applicationSecretHeader } from '../../shared/auth/applicant.ts';
import { applicantWith, awaitedScanId, completeSecret, newSecret, openSecret } from './applications-world.ts';
import type { Samples } from './sample.ts';

function holding(secret: string, headers: Readonly<Record<string, string>> = {}) {
  return {
    params: { id: applicantWith(secret).applicationId },
    headers: { [applicationSecretHeader.toLowerCase()]: secret, ...headers },
  };
}

const awaited = {
  ...holding(openSecret),
  params: { id: applicantWith(openSecret).applicationId, attachmentId: awaitedScanId },
};

/** A sample of every public route of access applications. */
export const applicationSamples: Samples<typeof routes> = {
  createApplication: { headers: holding(newSecret).headers },
  readApplication: holding(completeSecret),
  changeApplication: {
    ...holding(openSecret, { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' }),
    body: {
      form: {
        company: { name: 'ООО «Северные линии связи»', legalAddress: null },
        contact: { phone: '+78182654321' },
        users: [
          { name: 'Семёнова Анна Петровна', email: 'semenova@lines.example', roles: ['administrator'] },
        ],
      },
    },
  },
  createApplicationAttachment: {
    ...holding(openSecret),
    body: {
      kind: 'powerOfAttorney',
      fileName: 'Доверенность № 7 (стр. 2).jpg',
      mimeType: 'image/jpeg',
      size: 1_234_567,
      sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    },
  },
  renewApplicationAttachment: awaited,
  removeApplicationAttachment: awaited,
  submitApplication: holding(completeSecret, { 'if-match': '"1"' }),
  readApplicationStatus: { params: { id: applicantWith(completeSecret).applicationId } },
};
