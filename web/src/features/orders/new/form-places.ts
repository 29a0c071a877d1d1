import type { ItemDraft, PlaceDraft } from './draft.ts';
import { formValues } from './form-values.ts';
import type { Offering } from './references.ts';

/** Roles of a place; a characteristic with such a name gives a place too. */
const placeRoles = ['pointOfInterconnection', 'installation', 'endPointA', 'endPointB', 'node'] as const;

/** Roles of an entered place: those that no characteristic gives. */
export function rolesToEnter(offering: Offering): readonly (typeof placeRoles)[number][] {
  return placeRoles.filter((role) => !saysPlace(offering, role));
}

/** Places given by the characteristics of a new service, so that they need not be entered twice. */
export function saidPlaces(item: ItemDraft, offering: Offering | undefined): readonly PlaceDraft[] {
  if (item.action !== 'add') return [];
  return formValues(item, offering, undefined).flatMap(({ use, value }) => {
    if (!isRole(use.name) || value === undefined) return [];
    const code = String(value).trim();
    const label = use.productSpecCharacteristicValue?.find((choice) => choice.value === value)?.label;
    return [label === undefined ? { role: use.name, name: code } : { role: use.name, name: label, id: code }];
  });
}

/** Places as lines of the form, with an empty line if one is required and no characteristic gives it. */
export function formPlaces(item: ItemDraft, offering: Offering | undefined): readonly PlaceDraft[] {
  if (item.action !== 'add') return [];
  const entered = item.places.filter(({ role }) => !saysPlace(offering, role));
  const lacksPlace = entered.length === 0 && saidPlaces(item, offering).length === 0;
  return offering?.placeRequired === true && lacksPlace ? [{ role: 'installation', name: '' }] : entered;
}

/** Whether the form asks for an item's places: not if its characteristics give all of them. */
export function asksForPlaces(item: ItemDraft, offering: Offering): boolean {
  const isSaid = placeRoles.some((role) => saysPlace(offering, role));
  return offering.placeRequired || !isSaid || formPlaces(item, offering).length > 0;
}

function saysPlace(offering: Offering | undefined, role: string): boolean {
  return isRole(role) && (offering?.prodSpecCharValueUse.some(({ name }) => name === role) ?? false);
}

function isRole(name: string): boolean {
  return placeRoles.some((role) => role === name);
}
