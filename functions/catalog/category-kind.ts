import type * as z from 'zod';
import { CabinetError } from '../../shared/errors.ts';
import { isAmong } from '../../shared/http/list-condition.ts';
import { category, type categoryQuery, categoryInput } from './contract/category.ts';
import type { EntityKind } from './entity-kind.ts';
import { describedBy, describeEntity } from './entity-resource.ts';
import { isSo } from './filter.ts';
import { type CategoryRecord, categoryRecordSchema } from './records.ts';

/**
 * Categories: a tree. A parent has to be active and a draft cannot be a parent, so moving a draft cannot create a
 * cycle; active categories do not move (docs/adr/0032).
 */
export const categoryKind: EntityKind<
  CategoryRecord,
  z.output<typeof categoryInput>,
  z.output<typeof category>,
  z.output<typeof categoryQuery>
> = {
  name: 'category',
  recordSchema: categoryRecordSchema,
  inputSchema: categoryInput,
  resourceSchema: category,
  references: ({ parentId }, previous) =>
    parentId === undefined || parentId === previous?.parentId
      ? []
      : [{ kind: 'category', id: parentId, pointer: '/parentId' }],
  compose: ({ parentId }, { base, previous }) => {
    if (previous?.lifecycleStatus === 'active' && previous.parentId !== parentId) throw rooted();
    return { record: { ...base, ...(parentId === undefined ? {} : { parentId }) }, problems: [] };
  },
  inputOf: (record, language) => ({
    ...describedBy(record, language),
    ...(record.parentId === undefined ? {} : { parentId: record.parentId }),
  }),
  describe: (record, language) => ({
    ...describeEntity('category', record, language),
    '@type': 'Category',
    isRoot: record.parentId === undefined,
    ...(record.parentId === undefined ? {} : { parentId: record.parentId }),
  }),
  conditions: (query) => [
    ...isAmong(query.parentId, ({ parentId }: CategoryRecord) => (parentId === undefined ? [] : [parentId])),
    ...isSo(query.isRoot, ({ parentId }: CategoryRecord) => parentId === undefined),
  ],
};

function rooted(): CabinetError {
  return new CabinetError('changeForbidden', {
    message: {
      ru: 'Действующую категорию нельзя перенести: создайте новую на нужном месте, а эту снимите с продажи (retired)',
      en: 'An active category cannot be moved: create another one in the right place and retire this one',
    },
  });
}
