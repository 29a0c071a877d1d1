import * as z from 'zod';
import { defineAdminOperation, type Operations } from './operation.ts';
import type { Pool } from './pool.ts';

/**
 * `DescribeUserPool` and `DescribeUserPoolClient`: the template's properties, as far as the local Cognito supports
 * them.
 */
export function defineDescribeOperations(pool: Pool): Operations {
  return {
    DescribeUserPool: defineAdminOperation(pool, z.object({}), () => ({
      UserPool: {
        Id: pool.id,
        Arn: pool.arn,
        Name: pool.properties.UserPoolName,
        Policies: pool.properties.Policies,
        MfaConfiguration: pool.properties.MfaConfiguration,
        UsernameAttributes: pool.properties.UsernameAttributes,
        UsernameConfiguration: pool.properties.UsernameConfiguration,
        SchemaAttributes: [...pool.attributeRules.definitions].map(([Name, definition]) => ({
          ...definition,
          Name,
        })),
      },
    })),
    DescribeUserPoolClient: defineAdminOperation(pool, z.object({ ClientId: z.string() }), ({ ClientId }) => {
      const { id, properties } = pool.requireClient(ClientId);
      return { UserPoolClient: { ...properties, UserPoolId: pool.id, ClientId: id } };
    }),
  };
}
