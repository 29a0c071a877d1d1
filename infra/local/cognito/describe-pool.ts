import * as z from 'zod';
import { invalidParameter, notImplemented } from './errors.ts';
import { defineAdminOperation, type Operations } from './operation.ts';
import type { Pool } from './pool.ts';

/**
 * `DescribeUserPool` and `DescribeUserPoolClient`: the template's properties, as far as the local Cognito supports
 * them. `DeleteUserPool` is refused: of a protected pool as in the cloud.
 */
export function defineDescribeOperations(pool: Pool): Operations {
  return {
    DescribeUserPool: defineAdminOperation(pool, z.object({}), () => ({
      UserPool: {
        Id: pool.id,
        Arn: pool.arn,
        Name: pool.properties.UserPoolName,
        Policies: pool.properties.Policies,
        DeletionProtection: pool.properties.DeletionProtection,
        MfaConfiguration: pool.properties.MfaConfiguration,
        UsernameAttributes: pool.properties.UsernameAttributes,
        UsernameConfiguration: pool.properties.UsernameConfiguration,
        SchemaAttributes: [...pool.attributeRules.definitions].map(([Name, definition]) => ({
          ...definition,
          Name,
        })),
      },
    })),
    DeleteUserPool: defineAdminOperation(pool, z.object({}), () => {
      if (pool.properties.DeletionProtection === 'ACTIVE')
        throw invalidParameter(
          'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
        );
      throw notImplemented('Deleting a user pool');
    }),
    DescribeUserPoolClient: defineAdminOperation(pool, z.object({ ClientId: z.string() }), ({ ClientId }) => {
      const { id, properties } = pool.requireClient(ClientId);
      return { UserPoolClient: { ...properties, UserPoolId: pool.id, ClientId: id } };
    }),
  };
}
