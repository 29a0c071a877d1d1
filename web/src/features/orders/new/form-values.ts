import type { EnteredValue, ItemDraft } from './draft.ts';
import type { CharacteristicUse, Offering, Service } from './references.ts';

/** A characteristic of the form. */
export interface FormValue {
  readonly use: CharacteristicUse;
  /** Undefined if nothing was entered and there is no default. */
  readonly value: EnteredValue | undefined;
  /** Current value of the service; undefined for a new one. */
  readonly before: EnteredValue | undefined;
  /** Whether a value is required. */
  readonly required: boolean;
  /** Whether a value can be removed: not an existing or a default one. */
  readonly clearable: boolean;
}

/**
 * The characteristics that can be entered: all of a new service, the configurable ones of an existing one.
 *
 * @param service the service to change; undefined for a new one
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

/** Initial value: the default, or "no". Optional values that an existing service lacks stay absent. */
function standardValue(use: CharacteristicUse, action: 'add' | 'modify'): EnteredValue | undefined {
  if (action === 'modify' && use.minCardinality === 0) return undefined;
  if (use.valueType === 'boolean') return false;
  return use.productSpecCharacteristicValue?.find(({ isDefault }) => isDefault === true)?.value;
}

function isBlank(value: EnteredValue | undefined): boolean {
  return typeof value === 'string' && value.trim() === '';
}
