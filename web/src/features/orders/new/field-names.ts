/** Attributes of the order itself that the form has a control for. */
export type OrderField =
  | 'externalId'
  | 'requestedStartDate'
  | 'requestedCompletionDate'
  | 'priority'
  | 'notificationContact'
  | 'description'
  | 'note';

/** An item as a whole: problems of its service or offering. */
export function itemField(itemId: string): string {
  return `item ${itemId}`;
}

/** The characteristics of an item together: one is missing, or none changes. */
export function characteristicsField(itemId: string): string {
  return `item ${itemId} characteristics`;
}

export function characteristicField(itemId: string, name: string): string {
  return `${characteristicsField(itemId)} ${name}`;
}

/** The places of an item together: there is none. */
export function placesField(itemId: string): string {
  return `item ${itemId} places`;
}

/** One of the places of an item, counted from 0 in the order of the form. */
export function placeField(itemId: string, index: number): string {
  return `${placesField(itemId)} ${index}`;
}

export function reliesOnField(itemId: string): string {
  return `item ${itemId} reliesOn`;
}

/** Whether a control has this name, or is part of the group with this name. */
export function isWithin(field: string, whole: string): boolean {
  return field === whole || field.startsWith(`${whole} `);
}

/** Whether a name refers to a group of controls. */
export function isGroup(field: string): boolean {
  return / (characteristics|places)$/.test(field);
}
