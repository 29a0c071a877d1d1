import * as z from 'zod';
import { entity, entityInput, entityQuery, entityReference, entityReferenceInput } from './entity.ts';

/** TMF620 `Catalog`: what the carrier sells, by its root categories. */
export const catalog = z
  .strictObject({ ...entity, '@type': z.literal('Catalog'), category: z.array(entityReference) })
  .meta({ id: 'Catalog' });

export const catalogInput = z
  .strictObject({ ...entityInput, category: z.array(entityReferenceInput).max(40).optional() })
  .meta({ id: 'CatalogInput' });

export const catalogQuery = z.strictObject(entityQuery);
