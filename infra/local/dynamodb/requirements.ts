import * as z from 'zod';
import type { AccessRequest } from '../iam/statement.ts';

/** Whose tables they are. */
export interface TableOwner {
  readonly region: string;
  readonly account: string;
}

const tableSchema = z.object({ TableName: z.string() });
const indexedSchema = tableSchema.extend({ IndexName: z.string().optional() });
const batchSchema = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const transactionSchema = z.object({
  TransactItems: z.array(z.record(z.string(), tableSchema)),
});
const streamSchema = z.object({ StreamArn: z.string() });

/** The permissions for the members of a transaction's items. */
const itemActions: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/**
 * What a call takes: transactions take the permissions of their items, queries of an index those for the index.
 * Sources: "Using IAM with DynamoDB transactions", DynamoDB developer guide; "Actions, resources, and condition keys
 * for Amazon DynamoDB", service authorization reference.
 * @throws a zod error for input that names no table
 */
export function requirementsOf(operation: string, input: unknown, owner: TableOwner): AccessRequest[] {
  const action = `dynamodb:${operation}`;
  switch (operation) {
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return transactionSchema.parse(input).TransactItems.flatMap((item) =>
        Object.entries(item).map(([member, { TableName }]) => ({
          action: `dynamodb:${itemActions[member] ?? member}`,
          resource: tableArn(TableName, owner),
        })),
      );
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(batchSchema.parse(input).RequestItems).map((table) => ({
        action,
        resource: tableArn(table, owner),
      }));
    case 'Query':
    case 'Scan': {
      const { TableName, IndexName } = indexedSchema.parse(input);
      const table = tableArn(TableName, owner);
      return [{ action, resource: IndexName === undefined ? table : `${table}/index/${IndexName}` }];
    }
    case 'DescribeStream':
    case 'GetShardIterator':
      return [{ action, resource: streamSchema.parse(input).StreamArn }];
    // What an iterator points to is only known to the engine, so a role needs the permission for every resource.
    case 'GetRecords':
    case 'ListStreams':
    case 'ListTables':
      return [{ action, resource: '*' }];
    default:
      return [{ action, resource: tableArn(tableSchema.parse(input).TableName, owner) }];
  }
}

function tableArn(nameOrArn: string, { region, account }: TableOwner): string {
  return nameOrArn.startsWith('arn:')
    ? nameOrArn
    : `arn:aws:dynamodb:${region}:${account}:table/${nameOrArn}`;
}
