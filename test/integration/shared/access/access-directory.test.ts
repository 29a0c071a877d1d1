import { expect, it } from 'vitest';
import { AccessDirectory } from '../../../../shared/access/access-directory.ts';
import { seedOperator } from '../../../invoke.ts';
import { openTable } from '../../../table.ts';

it('does not take a name that a user has chosen for one of the groups that are cached', async () => {
  const store = await openTable();
  const administrator = (await seedOperator(store, 'north'))('administrator');
  const directory = new AccessDirectory(store.table, () => new Date(), { mfaRequired: false });
  const { sub } = administrator;
  const groups = ['operator-north', 'technical'];
  const before = await directory.callerOf({
    sub,
    groups: [...groups, 'administrator'],
    hasSecondFactor: false,
  });
  expect([...before.scopes.keys()]).toContain('administrator');
  for (const name of ['administrator', 'administrator ', ' administrator', '","administrator'])
    expect(
      [...(await directory.callerOf({ sub, name, groups, hasSecondFactor: false })).scopes.keys()],
      name,
    ).toEqual(['technical']);
});
