import { describe, expect, it } from 'vitest';
import { productOfferingInput } from '../../../../functions/catalog/contract/product-offering.ts';
import { patchOf } from '../../../../functions/catalog/contract/patch.ts';

const schema = patchOf(productOfferingInput);

const pathsOf = (patch: unknown) => schema.safeParse(patch).error?.issues.map(({ path }) => path.join('/'));

describe('the schema of a patch', () => {
  it.each([
    [{}],
    [{ name: 'x' }],
    [{ description: null, isSellable: null, category: null }],
    [{ validFor: { endDateTime: null } }],
    [{ productSpecification: {} }],
    [{ lifecycleStatus: 'retired' }],
    [{ href: '/x', '@type': null }],
  ])('takes %j', (patch) => {
    expect(pathsOf(patch)).toBeUndefined();
  });

  it.each([
    [{ name: null }, ['name']],
    [{ name: '' }, ['name']],
    [{ lifecycleStatus: null }, ['lifecycleStatus']],
    [{ colour: 'red' }, ['']],
    [{ validFor: { from: null } }, ['validFor']],
    [{ deliveryWorkingDays: 0.5 }, ['deliveryWorkingDays']],
    [{ category: [{}] }, ['category/0/id']],
  ])('refuses %j', (patch, paths) => {
    expect(pathsOf(patch)).toEqual(paths);
  });
});
