import type { Problem } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import type { CategoryRecord, PriceRecord, SpecificationRecord } from './records.ts';

/** What can be referred to. */
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
  /** Where in the request it stands. */
  readonly pointer: string;
}

/** What the references of a request lead to. */
export class Referred {
  readonly #found: { readonly [K in ReferableKind]: ReadonlyMap<string, Referable[K]> };

  constructor(found: { readonly [K in ReferableKind]: readonly Referable[K][] }) {
    this.#found = {
      category: byId(found.category),
      productSpecification: byId(found.productSpecification),
      productOfferingPrice: byId(found.productOfferingPrice),
    };
  }

  /** A specification that a reference was checked to lead to. */
  specification(id: string): SpecificationRecord {
    return present(this.#found.productSpecification.get(id));
  }

  /** A price that a reference was checked to lead to. */
  price(id: string): PriceRecord {
    return present(this.#found.productOfferingPrice.get(id));
  }

  /** Version that a reference's target was read with. */
  versionOf({ kind, id }: Reference): number {
    return present(this.#found[kind].get(id)).version;
  }

  /** Says which references lead nowhere, to what is not active, or to the same as another. */
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
  if (record === undefined) throw new Error('A reference was followed that nobody had checked');
  return record;
}

const words = {
  nowhere: { ru: 'В каталоге такого нет', en: 'There is none such in the catalogue' },
  notActive: {
    ru: 'Ссылаться можно только на то, что действует (lifecycleStatus: active)',
    en: 'Only what is active (lifecycleStatus) can be referred to',
  },
  repeated: { ru: 'Указано дважды', en: 'Named twice' },
} as const;
