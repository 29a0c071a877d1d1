import type * as z from 'zod';
import { catalog, catalogInput } from './contract/catalog.ts';
import type { EntityKind } from './entity-kind.ts';
import { describedBy, describeEntity, describeReference } from './entity-resource.ts';
import { type CatalogRecord, catalogRecordSchema } from './records.ts';

/** Catalogs: lists of root categories. */
export const catalogKind: EntityKind<
  CatalogRecord,
  z.output<typeof catalogInput>,
  z.output<typeof catalog>,
  unknown
> = {
  name: 'catalog',
  recordSchema: catalogRecordSchema,
  inputSchema: catalogInput,
  resourceSchema: catalog,
  references: ({ category = [] }, previous) =>
    category
      .map(({ id }, index) => ({ kind: 'category' as const, id, pointer: `/category/${index}/id` }))
      .filter(({ id }) => previous?.categoryIds.includes(id) !== true),
  compose: ({ category = [] }, { base }) => ({
    record: { ...base, categoryIds: [...new Set(category.map(({ id }) => id))] },
    problems: [],
  }),
  inputOf: (record, language) => ({
    ...describedBy(record, language),
    category: record.categoryIds.map((id) => ({ id })),
  }),
  describe: (record, language) => ({
    ...describeEntity('catalog', record, language),
    '@type': 'Catalog',
    category: record.categoryIds.map((id) => describeReference('category', id)),
  }),
  conditions: () => [],
};
