import { afterEach, describe, expect, it } from 'vitest';
import { userPoolOf } from '../../../../functions/operators/user-pool.ts';
import { accountsOf } from '../../../../functions/people/user-pool.ts';
import { accountsOf as approvalAccountsOf } from '../../../../functions/review/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { hasSecondFactor } from '../../../../shared/identity/cognito/second-factor.ts';
import { testPoolId } from '../../../../infra/local/testing/cognito/pool-fixture.ts';
import { startBusyPool } from './busy-pool.ts';

let pool: Awaited<ReturnType<typeof startBusyPool>>;
afterEach(() => pool.close());

const sub = '1b5c7d10-0000-4000-8000-000000000011';
const account = { email: 'boris@north.example', name: 'Борис', marker: 'invitation-1', invite: true };

describe.each(['TooManyRequestsException', 'LimitExceededException'])(
  'a user pool that answers %s',
  (code) => {
    it('makes every operation on an operator’s people unavailable', async () => {
      pool = await startBusyPool(code);
      const accounts = accountsOf(new CognitoPool(pool.cognito, testPoolId));
      const calls = [
        accounts.listMembers('operator-north', undefined),
        accounts.readAccount(sub),
        accounts.groupsOf(sub),
        accounts.createAccount(account),
        accounts.resendInvitation(sub),
        accounts.addToGroup(sub, 'technical'),
        accounts.removeFromGroup(sub, 'technical'),
        accounts.setEnabled(sub, false),
        accounts.setPassword(sub, 'Long-enough-1'),
        accounts.signOut(sub),
        accounts.deleteAccount(sub),
      ];
      for (const call of await Promise.allSettled(calls))
        expect(call).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
    });

    it('makes every operation of an approval unavailable', async () => {
      pool = await startBusyPool(code);
      const accounts = approvalAccountsOf(new CognitoPool(pool.cognito, testPoolId));
      const calls = [
        accounts.describeGroup('operator-north'),
        accounts.createGroup('operator-north', 'North'),
        accounts.createAccount({ ...account, marker: 'a-1' }),
        accounts.addToGroup(sub, 'technical'),
      ];
      for (const call of await Promise.allSettled(calls))
        expect(call).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
    });

    it('makes every operation of operators’ administration and of tokens unavailable', async () => {
      pool = await startBusyPool(code);
      const cognito = new CognitoPool(pool.cognito, testPoolId);
      const users = userPoolOf(cognito);
      const calls = [
        users.describeGroup('operator-north'),
        users.createGroup('operator-north', 'North'),
        users.updateGroup('operator-north', 'North'),
        users.readAccount(sub),
        users.groupsOf(sub),
        hasSecondFactor(cognito)(sub),
      ];
      for (const call of await Promise.allSettled(calls))
        expect(call).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
    });
  },
);
