import { defineRoutes } from '../../shared/http/route.ts';
import { catalog, catalogInput, catalogQuery } from './contract/catalog.ts';
import { category, categoryInput, categoryQuery } from './contract/category.ts';
import { operationsOf } from './contract/operations.ts';
import { productOffering, productOfferingInput, productOfferingQuery } from './contract/product-offering.ts';
import {
  productOfferingPrice,
  productOfferingPriceInput,
  productOfferingPriceQuery,
} from './contract/product-offering-price.ts';
import {
  productSpecification,
  productSpecificationInput,
  productSpecificationQuery,
} from './contract/product-specification.ts';

const catalogs = operationsOf({
  name: 'catalog',
  words: ['a catalog', 'catalogs'],
  resource: catalog,
  input: catalogInput,
  query: catalogQuery,
});

const categories = operationsOf({
  name: 'category',
  words: ['a category', 'categories'],
  resource: category,
  input: categoryInput,
  query: categoryQuery,
});

const specifications = operationsOf({
  name: 'productSpecification',
  words: ['a specification', 'specifications'],
  resource: productSpecification,
  input: productSpecificationInput,
  query: productSpecificationQuery,
});

const offerings = operationsOf({
  name: 'productOffering',
  words: ['an offering', 'offerings'],
  resource: productOffering,
  input: productOfferingInput,
  query: productOfferingQuery,
});

const prices = operationsOf({
  name: 'productOfferingPrice',
  words: ['a price', 'prices'],
  resource: productOfferingPrice,
  input: productOfferingPriceInput,
  query: productOfferingPriceQuery,
});

export const routes = defineRoutes({
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
});
