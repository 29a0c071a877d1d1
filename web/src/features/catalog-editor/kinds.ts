import * as z from 'zod/mini';

/** What the editor keeps, each on a tab of its own. */
export const kinds = ['productOffering', 'productSpecification', 'productOfferingPrice', 'category'] as const;

export type Kind = (typeof kinds)[number];

/** Which tab is open, as the address keeps it. */
export const editorSearch = z.object({ tab: z.optional(z.enum(kinds)) });

export const catalogPath = '/tmf-api/productCatalogManagement/v4';
