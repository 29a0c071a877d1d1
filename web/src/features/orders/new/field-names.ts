/** Attributes of the order itself that the form has a control for. */
export type OrderField =
  | 'externalId'
  | 'requestedStartDate'
  | 'requestedCompletionDate'
  | 'priority'
  | 'notificationContact'
  | 'description'
  | 'note';

/** An item as a whole: what is wrong with the service or the offering that it names. */
export function itemField(itemId: string): string {
  return `item ${itemId}`;
}

/** The characteristics of an item together: that one is missing, or that none changes. */
export function characteristicsField(itemId: string): string {
  return `item ${itemId} characteristics`;
}

export function characteristicField(itemId: string, name: string): string {
  return `${characteristicsField(itemId)} ${name}`;
}

/** The places of an item together: that there is none. */
export function placesField(itemId: string): string {
  return `item ${itemId} places`;
}

/** One of the places of an item, counted from 0 as they stand on the form. */
export function placeField(itemId: string, index: number): string {
  return `${placesField(itemId)} ${index}`;
}

export function reliesOnField(itemId: string): string {
  return `item ${itemId} reliesOn`;
}

/** Whether a control is one, or one of the parts of what, another name stands for. */
export function isWithin(field: string, whole: string): boolean {
  return field === whole || field.startsWith(`${whole} `);
}

/** Whether a name stands for several controls together. */
export function isGroup(field: string): boolean {
  return / (characteristics|places)$/.test(field);
}
