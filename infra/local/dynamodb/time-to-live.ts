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
  /** Names of the key attributes. */
  readonly keys: readonly string[];
  /** The time-to-live attribute, in seconds since 1970. */
  readonly attribute: string;
}

/**
 * Deletes expired items, since the engine stores the setting but does not apply it; resolves with their number. As in
 * the cloud, an expired item can still be read for a while. Unlike there, the stream record of the deletion does not
 * name the service (`userIdentity`): the engine has no such deletion.
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
          // The expiry may have been extended since the item was read.
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
