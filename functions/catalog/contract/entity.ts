import * as z from 'zod';
import { dateRange, oneOf, paging, selection, sortedBy, texts } from '../../../shared/http/list-query.ts';
import { dateTime, identity, ignored, timePeriod } from '../../../shared/tmf/resource.ts';

/** Address of TMF620. */
const base = '/tmf-api/productCatalogManagement/v4';

/** Resources of the catalogue, as their addresses name them. */
export type ResourceName =
  'catalog' | 'category' | 'productSpecification' | 'productOffering' | 'productOfferingPrice';

/** Address of a list, or of what stands in it. */
export function addressOf(resource: ResourceName, id?: string): `/${string}` {
  return id === undefined ? `${base}/${resource}` : `${base}/${resource}/${id}`;
}

/** From a draft over being on offer to being kept for what refers to it. */
export const lifecycleStatuses = ['inDesign', 'active', 'retired'] as const;

/** Attributes that everything in the catalogue has. */
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

/** What a client may send, but has no say in. */
const serverManaged = ignored('id', 'href', 'version', 'lastUpdate', '@type', '@baseType', '@schemaLocation');

/** Attributes that a client gives to everything in the catalogue. Nothing begins retired. */
export const entityInput = {
  ...serverManaged,
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(4000).optional(),
  lifecycleStatus: z.enum(['inDesign', 'active']).optional(),
  validFor: timePeriod.optional(),
};

/** A reference to another resource of the catalogue. */
export const entityReference = z.strictObject({
  id: z.string(),
  href: z.string(),
  '@referredType': z.string(),
});

/** A reference as a client gives it: the id is what counts. */
export const entityReferenceInput = z.strictObject({
  id: z.string().min(1).max(64),
  ...ignored('href', 'name', 'version', '@type', '@baseType', '@referredType', '@schemaLocation'),
});

/** Parameters of every list of the catalogue. */
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
