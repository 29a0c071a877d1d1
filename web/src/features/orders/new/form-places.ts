import type { ItemDraft, PlaceDraft } from './draft.ts';
import { formValues } from './form-values.ts';
import type { Offering } from './references.ts';

/** What a place can be to a service; a characteristic of such a name says a place, too. */
const placeRoles = ['pointOfInterconnection', 'installation', 'endPointA', 'endPointB', 'node'] as const;

/** What an entered place can be to a service: what no characteristic says already. */
export function rolesToEnter(offering: Offering): readonly (typeof placeRoles)[number][] {
  return placeRoles.filter((role) => !saysPlace(offering, role));
}

/** Places that the characteristics of a new service say, so that nobody has to enter them twice. */
export function saidPlaces(item: ItemDraft, offering: Offering | undefined): readonly PlaceDraft[] {
  if (item.action !== 'add') return [];
  return formValues(item, offering, undefined).flatMap(({ use, value }) => {
    if (!isRole(use.name) || value === undefined) return [];
    const code = String(value).trim();
    const label = use.productSpecCharacteristicValue?.find((choice) => choice.value === value)?.label;
    return [label === undefined ? { role: use.name, name: code } : { role: use.name, name: label, id: code }];
  });
}

/** Places as lines of the form: where one is needed and no characteristic says one, there is a line for it. */
export function formPlaces(item: ItemDraft, offering: Offering | undefined): readonly PlaceDraft[] {
  if (item.action !== 'add') return [];
  const entered = item.places.filter(({ role }) => !saysPlace(offering, role));
  const lacksPlace = entered.length === 0 && saidPlaces(item, offering).length === 0;
  return offering?.placeRequired === true && lacksPlace ? [{ role: 'installation', name: '' }] : entered;
}

/** Whether an item is asked for places: not where its characteristics say all there is. */
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
