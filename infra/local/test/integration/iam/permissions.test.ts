import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalStack, type RunningStack } from '../../../boot/local-stack.ts';
import { openSessions } from '../../../boot/sessions.ts';
import type { AccessKey } from '../../../iam/access-keys.ts';
import { createDataDirectory, removeDataDirectory } from '../../../testing/boot/fixture-stack.ts';
import { limitedApplication } from '../../../testing/iam/fixture-stack.ts';

const dataDirectory = createDataDirectory();
const dayMs = 24 * 60 * 60 * 1000;
let stack: RunningStack;
let administrator: Clients;
let limited: Clients;
let stranger: Clients;

beforeAll(async () => {
  stack = await startLocalStack({ application: limitedApplication, dataDirectory });
  administrator = connect(stack.credentials);
  limited = connect(keyOf('Limited'));
  stranger = connect(keyOf('Stranger'));
  for (const key of ['own/1', 'own/sealed/1', 'public/1', 'other/1'])
    await administrator.s3.send(new PutObjectCommand({ Bucket: bucket('Files'), Key: key, Body: 'text' }));
  await administrator.s3.send(new PutObjectCommand({ Bucket: bucket('Vault'), Key: '1', Body: 'text' }));
});

afterAll(async () => {
  for (const clients of [administrator, limited, stranger])
    for (const client of Object.values(clients)) client.destroy();
  await stack.close();
  removeDataDirectory(dataDirectory);
});

type Clients = ReturnType<typeof connect>;
const connect = (credentials: AccessKey) => {
  const { region, endpoints } = stack;
  const options = { region, credentials, maxAttempts: 1 };
  return {
    dynamodb: new DynamoDBClient({ ...options, endpoint: endpoints.dynamodb }),
    s3: new S3Client({ ...options, endpoint: endpoints.s3, forcePathStyle: true }),
    cognito: new CognitoIdentityProviderClient({
      ...options,
      endpoint: endpoints['cognito-identity-provider'],
    }),
    events: new EventBridgeClient({ ...options, endpoint: endpoints.eventbridge }),
    sqs: new SQSClient({ ...options, endpoint: endpoints.sqs }),
    ses: new SESv2Client({ ...options, endpoint: endpoints.sesv2 }),
  };
};

const functionNamed = (logicalId: string) =>
  stack.lambda.functions.find((candidate) => candidate.logicalId.startsWith(logicalId))!;
const keyOf = (logicalId: string) =>
  openSessions(stack.assembly, dataDirectory).keyOfFunction(functionNamed(logicalId).name);
const bucket = (name: string) => stack.buckets[name]!;
const table = () => ({ TableName: stack.tableName });
const queueUrl = (name: string) =>
  `${stack.endpoints.sqs}/${stack.account}/${stack.assembly.resources('AWS::SQS::Queue').find(({ logicalId }) => logicalId.startsWith(name))!.name}`;
const item = (pk: string) => ({ pk: { S: pk } });

/** An error of a service for a caller that lacks a permission. */
const deniedBy = (service: 'dynamodb' | 's3' | 'other', action: string) => ({
  name: service === 's3' ? 'AccessDenied' : 'AccessDeniedException',
  message: expect.stringMatching(
    new RegExp(
      `^User: arn:aws:sts::000000000000:assumed-role/\\S+ is not authorized to perform: ${action} on resource: arn:aws:`,
    ),
  ) as string,
});

describe('DynamoDB', () => {
  const query = (index?: string) =>
    new QueryCommand({
      ...table(),
      IndexName: index,
      KeyConditionExpression: '#key = :value',
      ExpressionAttributeNames: { '#key': index ?? 'pk' },
      ExpressionAttributeValues: { ':value': { S: 'x' } },
    });
  const transact = (member: 'Delete' | 'Put') =>
    new TransactWriteItemsCommand({
      TransactItems: [
        { ConditionCheck: { ...table(), Key: item('x'), ConditionExpression: 'attribute_not_exists(pk)' } },
        member === 'Put'
          ? { Put: { ...table(), Item: item('a') } }
          : { Delete: { ...table(), Key: item('a') } },
      ],
    });

  test('allows the items’ actions of the role', async () => {
    await limited.dynamodb.send(new PutItemCommand({ ...table(), Item: item('a') }));
    const { Item } = await limited.dynamodb.send(new GetItemCommand({ ...table(), Key: item('a') }));
    expect(Item).toEqual(item('a'));
    const keys = { RequestItems: { [stack.tableName]: { Keys: [item('a')] } } };
    await limited.dynamodb.send(new BatchGetItemCommand(keys));
  });

  test('refuses other actions, and other tables, with HTTP 400 and the words of AWS', async () => {
    const denied = limited.dynamodb.send(new ScanCommand(table()));
    await expect(denied).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    await expect(denied).rejects.toMatchObject(deniedBy('dynamodb', 'dynamodb:Scan'));
    await expect(denied).rejects.toThrow('because no identity-based policy allows the dynamodb:Scan action');
    const update = new UpdateItemCommand({ ...table(), Key: item('a') });
    await expect(limited.dynamodb.send(update)).rejects.toMatchObject(
      deniedBy('dynamodb', 'dynamodb:UpdateItem'),
    );
    const description = limited.dynamodb.send(new DescribeTableCommand(table()));
    await expect(description).rejects.toMatchObject(deniedBy('dynamodb', 'dynamodb:DescribeTable'));
    const other = limited.dynamodb.send(new GetItemCommand({ TableName: 'other', Key: item('a') }));
    await expect(other).rejects.toMatchObject(deniedBy('dynamodb', 'dynamodb:GetItem'));
  });

  test('takes a query’s permission for the index that it reads', async () => {
    await limited.dynamodb.send(query());
    await limited.dynamodb.send(query('byState'));
    await expect(limited.dynamodb.send(query('byOwner'))).rejects.toThrow(
      /dynamodb:Query on resource: \S+\/index\/byOwner /,
    );
  });

  test('takes a transaction’s permissions for each of its items', async () => {
    await limited.dynamodb.send(transact('Put'));
    await expect(limited.dynamodb.send(transact('Delete'))).rejects.toMatchObject(
      deniedBy('dynamodb', 'dynamodb:DeleteItem'),
    );
    const reads = new TransactGetItemsCommand({ TransactItems: [{ Get: { ...table(), Key: item('a') } }] });
    await limited.dynamodb.send(reads);
    await expect(stranger.dynamodb.send(reads)).rejects.toMatchObject(
      deniedBy('dynamodb', 'dynamodb:GetItem'),
    );
  });

  test('takes a permission of its own for batches', async () => {
    const write = { RequestItems: { [stack.tableName]: [{ PutRequest: { Item: item('b') } }] } };
    const denied = limited.dynamodb.send(new BatchWriteItemCommand(write));
    await expect(denied).rejects.toMatchObject(deniedBy('dynamodb', 'dynamodb:BatchWriteItem'));
  });

  test('knows the role by the whole credentials only', async () => {
    const { sessionToken: _, ...withoutToken } = keyOf('Limited');
    for (const [credentials, name] of [
      [withoutToken, 'UnrecognizedClientException'],
      [{ ...keyOf('Limited'), sessionToken: keyOf('Stranger').sessionToken! }, 'UnrecognizedClientException'],
      [{ ...keyOf('Limited'), secretAccessKey: 'guessed' }, 'InvalidSignatureException'],
      [{ accessKeyId: 'ASIAUNKNOWN', secretAccessKey: 'x' }, 'UnrecognizedClientException'],
    ] as const) {
      const { dynamodb } = connect(credentials);
      await expect(dynamodb.send(new GetItemCommand({ ...table(), Key: item('a') }))).rejects.toMatchObject({
        name,
      });
      dynamodb.destroy();
    }
  });
});

describe('S3', () => {
  const at = (key: string) => ({ Bucket: bucket('Files'), Key: key });
  const get = (key: string) => limited.s3.send(new GetObjectCommand(at(key)));
  const copy = (from: string, to: string) =>
    limited.s3.send(new CopyObjectCommand({ ...at(to), CopySource: `${bucket('Files')}/${from}` }));

  test('allows an object’s actions under the prefixes of the role', async () => {
    await (await get('own/1')).Body!.transformToString();
    await limited.s3.send(new PutObjectCommand({ ...at('own/2'), Body: 'text' }));
    await limited.s3.send(new DeleteObjectCommand(at('own/2')));
  });

  test('refuses other prefixes and other actions with HTTP 403', async () => {
    await expect(get('other/1')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(get('other/1')).rejects.toMatchObject(deniedBy('s3', 's3:GetObject'));
    const put = limited.s3.send(new PutObjectCommand({ ...at('other/2'), Body: 'text' }));
    await expect(put).rejects.toMatchObject(deniedBy('s3', 's3:PutObject'));
    const remove = limited.s3.send(new DeleteObjectCommand(at('sent/2')));
    await expect(remove).rejects.toMatchObject(deniedBy('s3', 's3:DeleteObject'));
  });

  test('understands wildcards in actions', async () => {
    await limited.s3.send(new GetObjectTaggingCommand(at('public/1')));
    const tags = new PutObjectTaggingCommand({ ...at('public/1'), Tagging: { TagSet: [] } });
    await expect(limited.s3.send(tags)).rejects.toMatchObject(deniedBy('s3', 's3:PutObjectTagging'));
    await expect(limited.s3.send(new GetObjectTaggingCommand(at('own/1')))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  test('lets a denial win over permissions', async () => {
    await expect(get('own/sealed/1')).rejects.toThrow('with an explicit deny in an identity-based policy');
  });

  test('takes permissions of the source and of the target of a copy', async () => {
    await copy('own/1', 'sent/1');
    await expect(copy('other/1', 'sent/1')).rejects.toMatchObject(deniedBy('s3', 's3:GetObject'));
    await expect(copy('own/1', 'other/2')).rejects.toMatchObject(deniedBy('s3', 's3:PutObject'));
  });

  test('takes a permission for each object that is deleted at once, and deletes the permitted ones', async () => {
    await limited.s3.send(new PutObjectCommand({ ...at('own/3'), Body: 'text' }));
    const Objects = ['own/3', 'other/1'].map((Key) => ({ Key }));
    const { Deleted, Errors } = await limited.s3.send(
      new DeleteObjectsCommand({ Bucket: bucket('Files'), Delete: { Objects } }),
    );
    expect(Deleted).toEqual([{ Key: 'own/3' }]);
    expect(Errors).toMatchObject([{ Key: 'other/1', Code: 'AccessDenied' }]);
    await administrator.s3.send(new HeadObjectCommand(at('other/1')));
  });

  test('says that an object is missing only to those who may list the bucket', async () => {
    await expect(get('own/missing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(copy('own/missing', 'sent/1')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const missing = { Bucket: bucket('Archive'), Key: 'missing' };
    const denied = limited.s3.send(new GetObjectCommand(missing));
    await expect(denied).rejects.toMatchObject(deniedBy('s3', 's3:ListBucket'));
    const copied = new CopyObjectCommand({ ...at('sent/1'), CopySource: `${bucket('Archive')}/missing` });
    await expect(limited.s3.send(copied)).rejects.toMatchObject(deniedBy('s3', 's3:ListBucket'));
    await expect(limited.s3.send(new HeadObjectCommand(missing))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });

  test('takes the permission to list for listing', async () => {
    await limited.s3.send(new ListObjectsV2Command({ Bucket: bucket('Files') }));
    const denied = limited.s3.send(new ListObjectsV2Command({ Bucket: bucket('Vault') }));
    await expect(denied).rejects.toMatchObject(deniedBy('s3', 's3:ListBucket'));
  });

  test('takes the permission to use the key of an encrypted bucket', async () => {
    const encrypted = { Bucket: bucket('Vault'), Key: '1' };
    await (await limited.s3.send(new GetObjectCommand(encrypted))).Body!.transformToString();
    await limited.s3.send(new PutObjectCommand({ ...encrypted, Key: '2', Body: 'text' }));
    const read = stranger.s3.send(new GetObjectCommand(encrypted));
    await expect(read).rejects.toMatchObject(deniedBy('s3', 'kms:Decrypt'));
    const written = stranger.s3.send(new PutObjectCommand({ ...encrypted, Key: '3', Body: 'text' }));
    await expect(written).rejects.toMatchObject(deniedBy('s3', 'kms:GenerateDataKey'));
  });

  test('authorizes a presigned URL when it is used, with the role of its signer', async () => {
    const url = (key: string) => getSignedUrl(limited.s3, new GetObjectCommand(at(key)), { expiresIn: 60 });
    expect((await fetch(await url('own/1'))).status).toBe(200);
    const denied = await fetch(await url('other/1'));
    expect([denied.status, await denied.text()]).toEqual([403, expect.stringContaining('AccessDenied')]);
    const withoutToken = (await url('own/1')).replace(/X-Amz-Security-Token=[^&]+&/, '');
    expect((await fetch(withoutToken)).status).toBe(403);
  });

  test('authorizes a form upload when it is used, with the role of its signer', async () => {
    const post = async (key: string, drop?: string) => {
      const { url, fields } = await createPresignedPost(limited.s3, at(key));
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) if (name !== drop) form.append(name, value);
      form.append('file', new Blob(['text']));
      const response = await fetch(url, { method: 'POST', body: form });
      return [response.status, /<Code>(\w+)/.exec(await response.text())?.[1]];
    };
    expect(await post('own/4')).toEqual([204, undefined]);
    expect(await post('other/4')).toEqual([403, 'AccessDenied']);
    expect(await post('own/4', 'X-Amz-Security-Token')).toEqual([400, 'InvalidToken']);
  });
});

describe('a bucket’s policy', () => {
  const put = (key: string, days?: number, mode: 'GOVERNANCE' | 'COMPLIANCE' = 'GOVERNANCE') =>
    administrator.s3.send(
      new PutObjectCommand({
        ...{ Bucket: bucket('Archive'), Key: key, Body: 'text' },
        ...(days !== undefined && {
          ObjectLockMode: mode,
          ObjectLockRetainUntilDate: new Date(Date.now() + days * dayMs + 60_000),
        }),
      }),
    );

  test('allows what it does not deny, here over HTTP on this machine', async () => {
    await put('1', 9);
    await put('draft/1');
    await administrator.s3.send(new HeadObjectCommand({ Bucket: bucket('Files'), Key: 'own/1' }));
  });

  test('denies everybody what it denies, the administrator too', async () => {
    const reason = 'with an explicit deny in a resource-based policy';
    await expect(put('2')).rejects.toThrow(reason);
    await expect(put('2', 9, 'COMPLIANCE')).rejects.toThrow(reason);
    await expect(put('2', 8)).rejects.toThrow(reason);
  });
});

describe('other services', () => {
  test('events are put to the buses of the role', async () => {
    const put = (EventBusName?: string) =>
      limited.events.send(
        new PutEventsCommand({
          Entries: [{ Source: 'test', DetailType: 'Test', Detail: '{}', EventBusName }],
        }),
      );
    const [name] = stack.assembly.resources('AWS::Events::EventBus').map((resource) => resource.name);
    expect(await put(name)).toMatchObject({ FailedEntryCount: 0 });
    await expect(put()).rejects.toMatchObject(deniedBy('other', 'events:PutEvents'));
  });

  test('messages are sent to the queues of the role, also in batches', async () => {
    const message = { QueueUrl: queueUrl('Jobs'), MessageBody: 'x' };
    await limited.sqs.send(new SendMessageCommand(message));
    const batch = { QueueUrl: queueUrl('Jobs'), Entries: [{ Id: '1', MessageBody: 'x' }] };
    await limited.sqs.send(new SendMessageBatchCommand(batch));
    const other = new SendMessageCommand({ ...message, QueueUrl: queueUrl('Failures') });
    await expect(limited.sqs.send(other)).rejects.toMatchObject(deniedBy('other', 'sqs:SendMessage'));
    const receive = new ReceiveMessageCommand({ QueueUrl: queueUrl('Jobs') });
    await expect(limited.sqs.send(receive)).rejects.toMatchObject(deniedBy('other', 'sqs:ReceiveMessage'));
  });

  test('accounts are managed by the actions of the role', async () => {
    const person = { UserPoolId: stack.userPoolId, Username: 'nobody' };
    await expect(limited.cognito.send(new AdminGetUserCommand(person))).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    const remove = limited.cognito.send(new AdminDeleteUserCommand(person));
    await expect(remove).rejects.toMatchObject(deniedBy('other', 'cognito-idp:AdminDeleteUser'));
  });

  test('mail is sent from the identities of the role', async () => {
    const send = (domain: string) =>
      limited.ses.send(
        new SendEmailCommand({
          FromEmailAddress: `cabinet@${domain}`,
          Destination: { ToAddresses: ['duty@operator.example'] },
          Content: { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } },
        }),
      );
    await send('example.com');
    await expect(send('example.org')).rejects.toMatchObject(deniedBy('other', 'ses:SendEmail'));
  });
});
