import { isProprietorRegistrationNumber } from './registration-number.ts';
import type { Requisites } from './requisites-schema.ts';

/** Requisites by TMF632 `identificationType`. */
export const requisiteOf = {
  ИНН: 'taxpayerNumber',
  КПП: 'registrationReasonCode',
  ОГРН: 'registrationNumber',
  ОГРНИП: 'registrationNumber',
} as const satisfies Record<string, keyof Requisites>;

interface Identification {
  readonly identificationType: keyof typeof requisiteOf;
  readonly identificationId: string;
}

type KnownRequisites = { readonly [Name in keyof Requisites]?: string | undefined };

/** TMF632 `organizationIdentification` of the known requisites. */
export function presentIdentifications({
  taxpayerNumber,
  registrationReasonCode,
  registrationNumber,
}: KnownRequisites): Identification[] {
  return [
    ...identified('ИНН', taxpayerNumber),
    ...identified('КПП', registrationReasonCode),
    ...identified(
      registrationNumber !== undefined && isProprietorRegistrationNumber(registrationNumber)
        ? 'ОГРНИП'
        : 'ОГРН',
      registrationNumber,
    ),
  ];
}

function identified(
  identificationType: Identification['identificationType'],
  identificationId: string | undefined,
): Identification[] {
  return identificationId === undefined ? [] : [{ identificationType, identificationId }];
}
