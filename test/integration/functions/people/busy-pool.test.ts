import { afterEach, describe, expect, it } from 'vitest';
import { accountsOf } from '../../../../functions/people/accounts/store.ts';
import { AccountStore } from '../../../../functions/review/accounts/store.ts';
import { POOL_ID } from '../../local/cognito/pool-fixture.ts';
import { startBusyPool } from './busy-pool.ts';

let pool: Awaited<ReturnType<typeof startBusyPool>>;
afterEach(() => pool.close());

const sub = '1b5c7d10-0000-4000-8000-000000000011';
const account = { email: 'boris@north.example', name: 'Борис', marker: 'invitation-1', invite: true };
const known = { ...account, sub, enabled: true, confirmed: false };

describe.each(['TooManyRequestsException', 'LimitExceededException'])('a user pool that says %s', (code) => {
  it('is unavailable to whoever keeps an operator’s people, whatever is asked of it', async () => {
    pool = await startBusyPool(code);
    const accounts = accountsOf(pool.cognito, POOL_ID);
    const calls = [
      accounts.listMembers('operator-north', undefined),
      accounts.read(sub),
      accounts.groupsOf(sub),
      accounts.create(account),
      accounts.inviteAgain(known),
      accounts.addToGroup(sub, 'technical'),
      accounts.removeFromGroup(sub, 'technical'),
      accounts.setEnabled(sub, false),
      accounts.setPassword(sub, 'Long-enough-1'),
      accounts.signOut(sub),
      accounts.remove(sub),
    ];
    for (const call of await Promise.allSettled(calls))
      expect(call).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  });

  it('is unavailable to whoever approves an application, whatever is asked of it', async () => {
    pool = await startBusyPool(code);
    const accounts = new AccountStore(pool.cognito, POOL_ID);
    const calls = [
      accounts.describeGroup('operator-north'),
      accounts.createGroup('operator-north', 'North'),
      accounts.createAccount({ ...account, applicationId: 'a-1' }),
      accounts.addToGroup(sub, 'technical'),
    ];
    for (const call of await Promise.allSettled(calls))
      expect(call).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  });
});
