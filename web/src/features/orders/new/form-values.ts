import type { EnteredValue, ItemDraft } from './draft.ts';
import type { CharacteristicUse, Offering, Service } from './references.ts';

/** A characteristic as it stands on the form. */
export interface FormValue {
  readonly use: CharacteristicUse;
  /** None where nothing was entered and nothing stands there by itself. */
  readonly value: EnteredValue | undefined;
  /** What the service has now; none for a new service. */
  readonly before: EnteredValue | undefined;
  /** Whether the form has to have a value for it. */
  readonly required: boolean;
  /** Whether a value can be taken away: what is delivered or comes by default cannot. */
  readonly clearable: boolean;
}

/**
 * The characteristics that an item lets one enter: all of a new service, the configurable ones of a delivered one.
 *
 * @param service the service that is changed; none where a new one is ordered
 */
export function formValues(
  item: ItemDraft,
  offering: Offering | undefined,
  service: Service | undefined,
): readonly FormValue[] {
  if (offering === undefined || item.action === 'delete') return [];
  const uses = offering.prodSpecCharValueUse.filter(
    ({ configurable }) => item.action === 'add' || configurable,
  );
  return uses.map((use) => {
    const before = service?.productCharacteristic.find(({ name }) => name === use.name)?.value;
    const standard = standardValue(use, item.action);
    const entered = item.values[use.name] ?? before ?? standard;
    const required = use.minCardinality > 0 || before !== undefined;
    return {
      use,
      value: isBlank(entered) ? undefined : entered,
      before,
      required,
      clearable: !required && standard === undefined,
    };
  });
}

/** What stands there by itself: the default, or "no". A delivered service keeps lacking what it can do without. */
function standardValue(use: CharacteristicUse, action: 'add' | 'modify'): EnteredValue | undefined {
  if (action === 'modify' && use.minCardinality === 0) return undefined;
  if (use.valueType === 'boolean') return false;
  return use.productSpecCharacteristicValue?.find(({ isDefault }) => isDefault === true)?.value;
}

function isBlank(value: EnteredValue | undefined): boolean {
  return typeof value === 'string' && value.trim() === '';
}
