import { phoneOf } from '../../kit/format/typed-number.ts';
import type { Contact } from './organization-queries.ts';

/** Kinds of contact that can be added, with the TMF attribute of the value. */
export const contactKinds = {
  email: 'emailAddress',
  phone: 'phoneNumber',
  postalAddress: 'street1',
  legalAddress: 'street1',
} as const satisfies Record<string, keyof Contact['characteristic']>;

export type ContactKind = keyof typeof contactKinds;

/** Whether there is a text for a kind of contact. */
export function isContactKind(word: string): word is ContactKind {
  return Object.hasOwn(contactKinds, word);
}

/** Contact from the typed values; its description may be blank. */
export function contactOf(mediumType: ContactKind, typed: string, whose: string): Contact {
  const value = mediumType === 'phone' ? phoneOf(typed) : typed.trim();
  const contactType = whose.trim();
  return {
    mediumType,
    characteristic: { [contactKinds[mediumType]]: value, ...(contactType === '' ? {} : { contactType }) },
  };
}

/** Formats a contact: an address as on a letter. */
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
