import type { Problem } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import type { CategoryRecord, PriceRecord, SpecificationRecord } from './records.ts';

/** Kinds that can be referred to. */
interface Referable {
  readonly category: CategoryRecord;
  readonly productSpecification: SpecificationRecord;
  readonly productOfferingPrice: PriceRecord;
}

export type ReferableKind = keyof Referable;

/** A reference in a request. */
export interface Reference {
  readonly kind: ReferableKind;
  readonly id: string;
  /** JSON Pointer to it in the request. */
  readonly pointer: string;
}

/** The targets of a request's references. */
export class Referred {
  readonly #found: { readonly [K in ReferableKind]: ReadonlyMap<string, Referable[K]> };

  constructor(found: { readonly [K in ReferableKind]: readonly Referable[K][] }) {
    this.#found = {
      category: byId(found.category),
      productSpecification: byId(found.productSpecification),
      productOfferingPrice: byId(found.productOfferingPrice),
    };
  }

  /** The specification that a checked reference points to. */
  specification(id: string): SpecificationRecord {
    return present(this.#found.productSpecification.get(id));
  }

  /** The price that a checked reference points to. */
  price(id: string): PriceRecord {
    return present(this.#found.productOfferingPrice.get(id));
  }

  /** Version at which a reference's target was read. */
  versionOf({ kind, id }: Reference): number {
    return present(this.#found[kind].get(id)).version;
  }

  /** Finds references whose target is missing, inactive or named twice. */
  problemsOf(references: readonly Reference[]): Problem[] {
    const seen = new Set<string>();
    return references.flatMap((reference) => {
      const name = `${reference.kind} ${reference.id}`;
      const message = seen.has(name) ? words.repeated : this.#problemOf(reference);
      seen.add(name);
      return message === undefined ? [] : [{ pointer: reference.pointer, message }];
    });
  }

  #problemOf({ kind, id }: Reference): Text | undefined {
    const target = this.#found[kind].get(id);
    if (target === undefined) return words.nowhere;
    return target.lifecycleStatus === 'active' ? undefined : words.notActive;
  }
}

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}

function present<R>(record: R | undefined): R {
  if (record === undefined) throw new Error('A reference was used before it was checked');
  return record;
}

const words = {
  nowhere: { ru: 'В каталоге такого нет', en: 'Not found in the catalogue' },
  notActive: {
    ru: 'Ссылаться можно только на действующие объекты (lifecycleStatus: active)',
    en: 'Only active entities (lifecycleStatus: active) can be referenced',
  },
  repeated: { ru: 'Указано дважды', en: 'Listed twice' },
} as const;
