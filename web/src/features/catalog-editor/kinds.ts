import * as z from 'zod/mini';

/** Kinds of catalogue resources; each has a tab. */
export const kinds = ['productOffering', 'productSpecification', 'productOfferingPrice', 'category'] as const;

export type Kind = (typeof kinds)[number];

/** The open tab, from the URL. */
export const editorSearch = z.object({ tab: z.optional(z.enum(kinds)) });

export const catalogPath = '/tmf-api/productCatalogManagement/v4';
