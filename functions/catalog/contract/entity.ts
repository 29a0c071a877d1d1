import * as z from 'zod';
import { dateRange, oneOf, paging, selection, sortedBy, texts } from '../../../shared/http/list-query.ts';
import { dateTime, identity, ignored, timePeriod } from '../../../shared/tmf/resource.ts';

/** Base path of TMF620. */
const base = '/tmf-api/productCatalogManagement/v4';

/** Resources of the catalogue, as named in their paths. */
export type ResourceName =
  | 'catalog'
  | 'category'
  | 'productSpecification'
  | 'productOffering'
  | 'productOfferingPrice';

/** Path of a list, or of one resource. */
export function addressOf(resource: ResourceName, id?: string): `/${string}` {
  return id === undefined ? `${base}/${resource}` : `${base}/${resource}/${id}`;
}

/** Draft, on sale, or retired and preserved for what refers to it. */
export const lifecycleStatuses = ['inDesign', 'active', 'retired'] as const;

/** Attributes common to all catalogue resources. */
export const entity = {
  ...identity,
  name: z.string(),
  description: z.string().optional(),
  /** Rises by one with every change. */
  version: z.string(),
  lifecycleStatus: z.enum(lifecycleStatuses),
  lastUpdate: dateTime,
  validFor: timePeriod.optional(),
};

/** What a client may send, but cannot set. */
const serverManaged = ignored('id', 'href', 'version', 'lastUpdate', '@type', '@baseType', '@schemaLocation');

/** Attributes that a client sets on any catalogue resource. None is created retired. */
export const entityInput = {
  ...serverManaged,
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(4000).optional(),
  lifecycleStatus: z.enum(['inDesign', 'active']).optional(),
  validFor: timePeriod.optional(),
};

/** A reference to another resource of the catalogue. */
export const entityReference = z
  .strictObject({
    id: z.string(),
    href: z.string(),
    '@referredType': z.string(),
  })
  .meta({ id: 'CatalogReference' });

/** A reference as a client sends it: only the id is read. */
export const entityReferenceInput = z
  .strictObject({
    id: z.string().min(1).max(64),
    ...ignored('href', 'name', 'version', '@type', '@baseType', '@referredType', '@schemaLocation'),
  })
  .meta({ id: 'CatalogReferenceInput' });

/** Parameters common to all catalogue lists. */
export const entityQuery = {
  ...paging,
  ...selection,
  ...sortedBy(['-lastUpdate', 'lastUpdate']),
  ...oneOf('lifecycleStatus', lifecycleStatuses),
  ...texts('name'),
  ...dateRange('lastUpdate'),
  ...dateRange('validFor.startDateTime'),
  ...dateRange('validFor.endDateTime'),
};

export type LifecycleStatus = (typeof lifecycleStatuses)[number];
