import { DeleteUserPoolCommand, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, expect, test } from 'vitest';
import { startPool, testPoolId, type PoolFixture } from '../../../testing/cognito/pool-fixture.ts';

let pool: PoolFixture;
afterEach(() => pool.close());

const deletion = new DeleteUserPoolCommand({ UserPoolId: testPoolId });

test('a protected pool cannot be deleted', async () => {
  pool = await startPool({ pool: { DeletionProtection: 'ACTIVE' } });
  await expect(pool.cognito.send(deletion)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('deletion protection is activated') as unknown,
  });
  const { UserPool } = await pool.cognito.send(new DescribeUserPoolCommand({ UserPoolId: testPoolId }));
  expect(UserPool?.DeletionProtection).toBe('ACTIVE');
});

test('deleting a pool without protection is not implemented', async () => {
  pool = await startPool();
  await expect(pool.cognito.send(deletion)).rejects.toMatchObject({ name: 'NotImplemented' });
});
