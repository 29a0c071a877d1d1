import { isProprietorRegistrationNumber } from './registration-number.ts';
import type { Requisites } from './requisites-schema.ts';

/** Which requisite a TMF632 `identificationType` is. */
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

/** TMF632 `organizationIdentification` of requisites, as far as they are known. */
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
