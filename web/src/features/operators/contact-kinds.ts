import { phoneOf } from '../../kit/format/typed-number.ts';
import type { Contact } from './organization-queries.ts';

/** Ways to reach an operator that one can add: the TMF attribute that has the value. */
export const contactKinds = {
  email: 'emailAddress',
  phone: 'phoneNumber',
  postalAddress: 'street1',
  legalAddress: 'street1',
} as const satisfies Record<string, keyof Contact['characteristic']>;

export type ContactKind = keyof typeof contactKinds;

/** Whether the pages have a word for a kind of contact. */
export function isContactKind(word: string): word is ContactKind {
  return Object.hasOwn(contactKinds, word);
}

/** A contact of what was typed; whose it is may be blank. */
export function contactOf(mediumType: ContactKind, typed: string, whose: string): Contact {
  const value = mediumType === 'phone' ? phoneOf(typed) : typed.trim();
  const contactType = whose.trim();
  return {
    mediumType,
    characteristic: { [contactKinds[mediumType]]: value, ...(contactType === '' ? {} : { contactType }) },
  };
}

/** A contact in words: whatever says where, as one would write it on a letter. */
export function wordsOf({ characteristic }: Contact): string {
  const { emailAddress, phoneNumber, faxNumber, socialNetworkId } = characteristic;
  const { postCode, country, stateOrProvince, city, street1, street2 } = characteristic;
  return [
    ...[emailAddress, phoneNumber, faxNumber, socialNetworkId],
    ...[postCode, country, stateOrProvince, city, street1, street2],
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
