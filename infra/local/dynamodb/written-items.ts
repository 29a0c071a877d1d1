import * as z from 'zod';

/** An item as DynamoDB's JSON has it: each value under its type. */
export type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An item that a request writes, or its key. */
export interface WrittenItem {
  readonly tableName: string;
  readonly item: Item;
}

const itemSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

const actionSchema = z
  .object({ TableName: z.string(), Item: itemSchema.optional(), Key: itemSchema.optional() })
  .transform(({ TableName, Item, Key }): readonly WrittenItem[] => {
    const item = Item ?? Key;
    return item ? [{ tableName: TableName, item }] : [];
  });

const transactionSchema = z
  .object({
    TransactItems: z.array(
      z.object({
        Put: actionSchema.optional(),
        Update: actionSchema.optional(),
        Delete: actionSchema.optional(),
      }),
    ),
  })
  .transform(({ TransactItems }) =>
    TransactItems.flatMap(({ Put, Update, Delete }) => Put ?? Update ?? Delete ?? []),
  );

const batchSchema = z
  .object({
    RequestItems: z.record(
      z.string(),
      z.array(
        z.object({
          PutRequest: z.object({ Item: itemSchema }).optional(),
          DeleteRequest: z.object({ Key: itemSchema }).optional(),
        }),
      ),
    ),
  })
  .transform(({ RequestItems }): readonly WrittenItem[] =>
    Object.entries(RequestItems).flatMap(([tableName, requests]) =>
      requests.flatMap(({ PutRequest, DeleteRequest }) => {
        const item = PutRequest?.Item ?? DeleteRequest?.Key;
        return item ? [{ tableName, item }] : [];
      }),
    ),
  );

const schemas: Readonly<Record<string, z.ZodType<readonly WrittenItem[]>>> = {
  PutItem: actionSchema,
  UpdateItem: actionSchema,
  DeleteItem: actionSchema,
  BatchWriteItem: batchSchema,
  TransactWriteItems: transactionSchema,
};

/** The items that a request writes if it succeeds; none for an operation that only reads, and for invalid input. */
export function readWrittenItems(operation: string, input: unknown): readonly WrittenItem[] {
  return schemas[operation]?.safeParse(input).data ?? [];
}
