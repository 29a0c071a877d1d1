import { digitsOf } from '../../kit/format/typed-number.ts';
import type { CompanyRequisites } from './company-requisites.ts';

/**
 * Requisites that are completely typed, and so can be checked immediately: an ИНН has 10 digits or
 * 12, a КПП 9 characters, an ОГРН 13 digits and an ОГРНИП 15.
 */
export function finishedRequisites(company: CompanyRequisites): ReadonlySet<string> {
  const lengths = {
    taxpayerNumber: [10, 12],
    registrationReasonCode: [9],
    registrationNumber: [13, 15],
  } as const satisfies Partial<Record<keyof typeof company, readonly number[]>>;
  const attributes = ['taxpayerNumber', 'registrationReasonCode', 'registrationNumber'] as const;
  return new Set(
    attributes
      .filter((attribute) => {
        const typed = digitsOf(company[attribute]).length;
        const ends = lengths[attribute];
        return ends.some((end) => end === typed) || typed > Math.max(...ends);
      })
      .map((attribute) => `/company/${attribute}`),
  );
}
