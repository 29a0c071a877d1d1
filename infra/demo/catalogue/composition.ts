import { problemsOfDefinitions } from '../../../functions/catalog/characteristic-rules.ts';
import type { LifecycleStatus } from '../../../functions/catalog/contract/entity.ts';
import { narrow } from '../../../functions/catalog/narrowing.ts';
import { publishPrice } from '../../../functions/catalog/offering-kind.ts';
import { problemsOfPrices } from '../../../functions/catalog/price-rules.ts';
import {
  type EntityRecord,
  type OfferingRecord,
  offeringRecordSchema,
  type PriceRecord,
  priceRecordSchema,
  type SpecificationRecord,
  specificationRecordSchema,
} from '../../../functions/catalog/records.ts';
import { invalidRequest, type Problem } from '../../../shared/errors.ts';
import type {
  CharacteristicDefinition,
  CharacteristicUse,
  PublishedPrice,
  Value,
} from '../../../shared/offering/offering-record.ts';
import type { Text } from '../../../shared/text.ts';
import { both } from './characteristic-makers.ts';

/** Common attributes of everything in the stock. */
interface Described {
  readonly id: string;
  readonly name: Text;
  readonly description?: Text;
  readonly lifecycleStatus?: LifecycleStatus;
}

/** Attributes common to all catalogue entities. The whole stock was published at one moment. */
export function entity({ id, name, description, lifecycleStatus = 'active' }: Described): EntityRecord {
  return {
    schemaVersion: 1,
    version: 1,
    id,
    name,
    description: description ?? both('', ''),
    lifecycleStatus,
    lastUpdate: '2026-01-12T06:00:00.000Z',
  };
}

/** A specification, checked by the catalogue's own rules. */
export function specification(
  described: Described & { readonly characteristics: readonly CharacteristicDefinition[] },
): SpecificationRecord {
  const { characteristics } = described;
  refuse(described.id, problemsOfDefinitions(characteristics, ''));
  return specificationRecordSchema.parse({ ...entity(described), characteristics });
}

/** A unit price in roubles without VAT. */
interface PriceTerms {
  readonly unitOfMeasure?: PublishedPrice['unitOfMeasure'];
  readonly multipliedBy?: string;
  readonly appliesTo?: Readonly<Record<string, Value>>;
}

/** A one-time charge for the connection. */
export function paidOnce(id: string, name: Text, unitPrice: string, terms: PriceTerms = {}): PriceRecord {
  return price(id, name, 'oneTime', unitPrice, terms);
}

/** A monthly charge. */
export function paidMonthly(id: string, name: Text, unitPrice: string, terms: PriceTerms = {}): PriceRecord {
  return price(id, name, 'recurring', unitPrice, terms);
}

/** A charge per minute, in 60 seconds from the first second. */
export function paidByMinute(id: string, name: Text, unitPrice: string, terms: PriceTerms = {}): PriceRecord {
  return price(id, name, 'usage', unitPrice, { ...terms, unitOfMeasure: { amount: 60, units: 's' } });
}

function price(
  id: string,
  name: Text,
  priceType: PriceRecord['priceType'],
  unitPrice: string,
  { unitOfMeasure, multipliedBy, appliesTo = {} }: PriceTerms,
): PriceRecord {
  return priceRecordSchema.parse({
    ...entity({ id, name }),
    priceType,
    unitPrice,
    unitOfMeasure,
    multipliedBy,
    appliesTo: Object.entries(appliesTo).map(([characteristic, value]) => ({ name: characteristic, value })),
  });
}

/** A subset of the choices, the first of them the default; or a smaller range. */
type Narrowing = readonly Value[] | { readonly from?: number; readonly to?: number };

/** What an offering sells and on which terms. */
interface OfferingTerms extends Described {
  readonly categoryIds: readonly string[];
  readonly specification: SpecificationRecord;
  readonly narrowed?: Readonly<Record<string, Narrowing>>;
  /** Optional characteristics that this offering requires. */
  readonly mandatory?: readonly string[];
  readonly prices: readonly PriceRecord[];
  readonly deliveryWorkingDays: number;
  readonly placeRequired?: true;
}

/** An offering, published by the catalogue's own rules. */
export function offering(terms: OfferingTerms): OfferingRecord {
  const uses = [
    ...Object.entries(terms.narrowed ?? {}).map(([name, narrowing]) => useOf(name, narrowing)),
    ...(terms.mandatory ?? []).map((name) => ({ name, mandatory: true, values: [] })),
  ];
  const { characteristics, problems } = narrow(terms.specification.characteristics, uses);
  const prices = terms.prices.map(publishPrice);
  refuse(terms.id, [...problems, ...problemsOfPrices(characteristics, prices)]);
  return offeringRecordSchema.parse({
    ...entity({ ...terms, description: terms.description ?? terms.specification.description }),
    isSellable: true,
    categoryIds: terms.categoryIds,
    specification: { id: terms.specification.id, version: '1', name: terms.specification.name },
    characteristics,
    characteristicUses: uses,
    prices,
    deliveryWorkingDays: terms.deliveryWorkingDays,
    placeRequired: terms.placeRequired === true,
  });
}

function useOf(name: string, narrowing: Narrowing): CharacteristicUse {
  const use = { name, mandatory: false };
  return isList(narrowing)
    ? { ...use, values: [...narrowing], defaultValue: narrowing[0] }
    : { ...use, values: [], ...narrowing };
}

function isList(narrowing: Narrowing): narrowing is readonly Value[] {
  return Array.isArray(narrowing);
}

function refuse(id: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new Error(`The demo's ${id} breaks the catalogue's rules`, { cause: invalidRequest(problems) });
}
