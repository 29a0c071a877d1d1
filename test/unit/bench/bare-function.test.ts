import { expect, it } from 'vitest';
import { bareSourceOf, baseOf, nameOf } from '../../bench/bare-function.ts';

const dynamodb = 'node_modules/@aws-sdk/client-dynamodb/dist-es';
const s3 = 'node_modules/@aws-sdk/client-s3/dist-es';
const sources = [
  'functions/forms/main.ts',
  `${dynamodb}/DynamoDBClient.js`,
  `${dynamodb}/schemas/schemas_0.js`,
  `${dynamodb}/commands/QueryCommand.js`,
  `${dynamodb}/commands/GetItemCommand.js`,
  `${s3}/S3Client.js`,
  `${s3}/models/S3ServiceException.js`,
  'node_modules/@aws-sdk/s3-request-presigner/dist-es/getSignedUrl.js',
  'node_modules/@aws-sdk/core/dist-es/index.js',
  'node_modules/pdfkit/js/pdfkit.es.js',
  'node_modules/zod/v4/core/schemas.js',
];

it('the base of a function is the clients and commands in its bundle, the presigner and the PDF library', () => {
  const base = baseOf(sources);
  expect(nameOf(base)).toBe('dynamodb, s3, s3-request-presigner, pdfkit');
  expect([...base.clients]).toEqual([
    ['@aws-sdk/client-dynamodb', { client: 'DynamoDBClient', commands: ['GetItemCommand', 'QueryCommand'] }],
    ['@aws-sdk/client-s3', { client: 'S3Client', commands: [] }],
  ]);
});

it('a bare function has exactly its base', () => {
  const source = bareSourceOf(baseOf(sources));
  expect(source).toContain(
    "import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'",
  );
  expect(source).toContain('new S3Client({})');
  expect(source).toContain("export * from '@aws-sdk/s3-request-presigner'");
  expect(source).toContain("from 'pdfkit'");
  expect(source).not.toContain('zod');
});

it('a function without the SDK has an empty base', () => {
  expect(bareSourceOf(baseOf(['functions/tokens/main.ts']))).toBe('');
});
