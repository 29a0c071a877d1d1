import * as z from 'zod';
import { flag, texts } from '../../../shared/http/list-query.ts';
import { ignored } from '../../../shared/tmf/resource.ts';
import { entity, entityInput, entityQuery } from './entity.ts';

/** TMF620 `Category`: a node of the tree that groups offerings. */
export const category = z
  .strictObject({
    ...entity,
    '@type': z.literal('Category'),
    isRoot: z.boolean(),
    parentId: z.string().optional(),
  })
  .meta({ id: 'Category' });

export const categoryInput = z
  .strictObject({
    ...entityInput,
    parentId: z.string().min(1).max(64).optional(),
    ...ignored('isRoot'),
  })
  .meta({ id: 'CategoryInput' });

export const categoryQuery = z.strictObject({ ...entityQuery, ...texts('parentId'), ...flag('isRoot') });
