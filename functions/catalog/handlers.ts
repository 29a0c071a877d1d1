import type { Handlers } from '../../shared/http/route.ts';
import { catalogKind } from './catalog-kind.ts';
import { categoryKind } from './category-kind.ts';
import { type CatalogParts, entityHandlers } from './entity-handlers.ts';
import { offeringKind } from './offering-kind.ts';
import { priceKind } from './price-kind.ts';
import type { routes } from './routes.ts';
import { specificationKind } from './specification-kind.ts';

/** Implements the catalogue's routes. */
export function createHandlers(parts: CatalogParts): Handlers<typeof routes> {
  const catalogs = entityHandlers(catalogKind, parts);
  const categories = entityHandlers(categoryKind, parts);
  const specifications = entityHandlers(specificationKind, parts);
  const offerings = entityHandlers(offeringKind, parts);
  const prices = entityHandlers(priceKind, parts);
  return {
    listCatalog: catalogs.list,
    readCatalog: catalogs.read,
    createCatalog: catalogs.create,
    changeCatalog: catalogs.change,
    removeCatalog: catalogs.remove,
    listCategory: categories.list,
    readCategory: categories.read,
    createCategory: categories.create,
    changeCategory: categories.change,
    removeCategory: categories.remove,
    listProductSpecification: specifications.list,
    readProductSpecification: specifications.read,
    createProductSpecification: specifications.create,
    changeProductSpecification: specifications.change,
    removeProductSpecification: specifications.remove,
    listProductOffering: offerings.list,
    readProductOffering: offerings.read,
    createProductOffering: offerings.create,
    changeProductOffering: offerings.change,
    removeProductOffering: offerings.remove,
    listProductOfferingPrice: prices.list,
    readProductOfferingPrice: prices.read,
    createProductOfferingPrice: prices.create,
    changeProductOfferingPrice: prices.change,
    removeProductOfferingPrice: prices.remove,
  };
}
