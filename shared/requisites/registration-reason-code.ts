/**
 * Whether a text is a КПП: tax office (four digits), reason (two digits or Latin capitals), number (three digits). It has
 * no check digit. Sole proprietors have no КПП.
 *
 * @see Order ММВ-7-6/435@ of the Federal Tax Service of 29.06.2012, on the structure of the КПП
 */
export function isRegistrationReasonCode(text: string): boolean {
  return /^(?!0000)\d{4}[\dA-Z]{2}\d{3}$/.test(text);
}
