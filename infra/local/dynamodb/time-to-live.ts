import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  ScanCommand,
  type DeleteItemCommandInput,
  type DynamoDBClient,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';

export interface ExpiringTable {
  readonly name: string;
  /** Names of the key's attributes. */
  readonly keys: readonly string[];
  /** Attribute that holds the moment of expiry, in seconds since 1970. */
  readonly attribute: string;
}

/**
 * Deletes what has expired, since the engine stores the setting but expires nothing; resolves with how many items.
 * As in the cloud, an expired item may still be read for a while. Unlike there, the stream's record of the deletion
 * does not name the service (`userIdentity`), for the engine offers no such deletion.
 */
export async function expireItems(client: DynamoDBClient, table: ExpiringTable, now: Date): Promise<number> {
  const names = { '#expiry': table.attribute };
  const values = { ':now': { N: String(Math.floor(now.getTime() / 1000)) }, ':number': { S: 'N' } };
  const hasExpired = 'attribute_type(#expiry, :number) AND #expiry < :now';
  let expired = 0;
  let start: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: hasExpired,
        ProjectionExpression: table.keys.map((_, index) => `#key${index}`).join(),
        ExpressionAttributeNames: {
          ...names,
          ...Object.fromEntries(table.keys.map((key, index) => [`#key${index}`, key])),
        },
        ExpressionAttributeValues: values,
        ExclusiveStartKey: start,
      }),
    );
    for (const Key of page.Items ?? [])
      if (
        await deleteIf(client, {
          TableName: table.name,
          Key,
          // Somebody may have given it more time since it was read.
          ConditionExpression: hasExpired,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        })
      )
        expired += 1;
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return expired;
}

async function deleteIf(client: DynamoDBClient, input: DeleteItemCommandInput): Promise<boolean> {
  try {
    await client.send(new DeleteItemCommand(input));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
