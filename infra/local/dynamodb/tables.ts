import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndexDescription,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { StartError } from '../boot/start-error.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const indexSchema = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
type IndexDefinition = z.infer<typeof indexSchema>;

/** The properties of `AWS::DynamoDB::GlobalTable` and `AWS::DynamoDB::Table` that determine how a table behaves. */
export const tableSchema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z.array(indexSchema).optional(),
  DeletionProtectionEnabled: z.boolean().optional(),
  /** Of a global table. */
  Replicas: z.array(z.object({ DeletionProtectionEnabled: z.boolean().optional() })).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']) })
    .optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

export interface Table extends z.infer<typeof tableSchema> {
  readonly name: string;
}

/**
 * Creates the table, or updates the existing one to the template as a deployment would.
 * @throws {StartError} when only an empty table could be changed that way
 */
export async function ensureTable(client: DynamoDBClient, table: Table): Promise<void> {
  const found = await describe(client, table.name);
  if (found === undefined) await create(client, table);
  else await change(client, table, found);
  const attribute = timeToLiveOf(table);
  if (attribute !== undefined)
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: table.name,
        TimeToLiveSpecification: { AttributeName: attribute, Enabled: true },
      }),
    );
}

/** The time-to-live attribute, in seconds since 1970; undefined when the table has none. */
export function timeToLiveOf(table: Table): string | undefined {
  const specification = table.TimeToLiveSpecification;
  return specification?.Enabled === true ? specification.AttributeName : undefined;
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, table: Table): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: table.KeySchema,
      AttributeDefinitions: table.AttributeDefinitions,
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes,
      StreamSpecification: streamOf(table),
      DeletionProtectionEnabled: isProtected(table),
    }),
  );
}

async function change(client: DynamoDBClient, table: Table, found: TableDescription): Promise<void> {
  if (!sameKeys(table.KeySchema, found.KeySchema)) throw onlyFresh(table, 'has another key');
  const declared = table.GlobalSecondaryIndexes ?? [];
  const existing = found.GlobalSecondaryIndexes ?? [];
  const isDeclared = (index: GlobalSecondaryIndexDescription): boolean =>
    declared.some((definition) => sameIndex(definition, index));
  const surplus = existing.filter((index) => !isDeclared(index));
  const missing = declared.filter((definition) => !existing.some((index) => sameIndex(definition, index)));
  try {
    for (const { IndexName } of surplus)
      await client.send(
        new UpdateTableCommand({
          TableName: table.name,
          GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }],
        }),
      );
    for (const index of missing)
      await client.send(
        new UpdateTableCommand({
          TableName: table.name,
          AttributeDefinitions: table.AttributeDefinitions,
          GlobalSecondaryIndexUpdates: [{ Create: index }],
        }),
      );
    if ((found.DeletionProtectionEnabled ?? false) !== isProtected(table))
      await client.send(
        new UpdateTableCommand({ TableName: table.name, DeletionProtectionEnabled: isProtected(table) }),
      );
    if (found.StreamSpecification?.StreamViewType !== table.StreamSpecification?.StreamViewType)
      await changeStream(client, table, found);
  } catch (error) {
    throw onlyFresh(table, error instanceof Error ? error.message : String(error));
  }
}

/** DynamoDB refuses to change an enabled stream; it has to be disabled first. */
async function changeStream(client: DynamoDBClient, table: Table, found: TableDescription): Promise<void> {
  if (found.StreamSpecification?.StreamEnabled === true)
    await client.send(
      new UpdateTableCommand({ TableName: table.name, StreamSpecification: { StreamEnabled: false } }),
    );
  const stream = streamOf(table);
  if (stream)
    await client.send(new UpdateTableCommand({ TableName: table.name, StreamSpecification: stream }));
}

/** Whether the engine refuses to delete the table, as the cloud does. */
function isProtected({ DeletionProtectionEnabled, Replicas = [] }: Table): boolean {
  return DeletionProtectionEnabled ?? Replicas.some((replica) => replica.DeletionProtectionEnabled === true);
}

function streamOf(table: Table) {
  return table.StreamSpecification && { StreamEnabled: true, ...table.StreamSpecification };
}

type Keys = readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[];

function sameKeys(one: Keys, other: Keys | undefined): boolean {
  const text = (keys: Keys): string => keys.map((key) => `${key.KeyType} ${key.AttributeName}`).join();
  return other !== undefined && text(one) === text(other);
}

function sameIndex(definition: IndexDefinition, index: GlobalSecondaryIndexDescription): boolean {
  const attributes = (names: readonly string[] | undefined): string => [...(names ?? [])].sort().join();
  return (
    definition.IndexName === index.IndexName &&
    sameKeys(definition.KeySchema, index.KeySchema) &&
    definition.Projection.ProjectionType === index.Projection?.ProjectionType &&
    attributes(definition.Projection.NonKeyAttributes) === attributes(index.Projection.NonKeyAttributes)
  );
}

function onlyFresh(table: Table, reason: string): StartError {
  return new StartError(
    `The table ${table.name} cannot be changed to what the code now declares (${reason}): start with --fresh.`,
  );
}
