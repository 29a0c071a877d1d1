import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import {
  type ResourceOfTemplate,
  synthesizeStage,
  type SynthesizedStack,
  synthesisTimeout,
} from './templates.ts';

const fileBuckets = ['Documents', 'Applications', 'Traffic', 'Exports'];

describe.each(['dev', 'prod'] as const)('the buckets of %s', (stage) => {
  let stacks: Readonly<Record<string, SynthesizedStack>>;
  let buckets: readonly ResourceOfTemplate[];
  beforeAll(async () => {
    stacks = await synthesizeStage(stage);
    buckets = Object.values(stacks).flatMap((stack) => stack.all('AWS::S3::Bucket'));
  }, synthesisTimeout);

  const bucket = (name: string) => stacks['data']!.one('AWS::S3::Bucket', name);
  const statementsOf = (name: string): Record<string, any>[] =>
    stacks['data']!.one('AWS::S3::BucketPolicy', name).Properties['PolicyDocument'].Statement;
  const rulesOf = (name: string): Record<string, any>[] =>
    bucket(name).Properties['LifecycleConfiguration'].Rules;

  it('are seven: four for files by sensitivity, the pages, and two for access logs', () => {
    expect(buckets.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'AccessLogs',
      ...fileBuckets,
      'WebAccessLogs',
      'Pages',
    ]);
  });

  it('are never public', () => {
    for (const { Properties } of buckets) {
      expect(Properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
  });

  it('refuse what does not come over TLS 1.2 or newer', () => {
    for (const { logicalId } of buckets) {
      const stack = Object.values(stacks).find(({ template }) => logicalId in template.Resources)!;
      const policy = stack.one('AWS::S3::BucketPolicy', logicalId.replace(/[0-9A-F]{8}$/, 'Policy'));
      const denied = policy.Properties['PolicyDocument'].Statement.filter(
        ({ Effect, Principal, Action }: Record<string, any>) =>
          Effect === 'Deny' && Principal.AWS === '*' && Action === 's3:*',
      ).map(({ Condition }: Record<string, any>) => Condition);
      expect(denied).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } });
      expect(denied).toContainEqual({ NumericLessThan: { 's3:TlsVersion': 1.2 } });
    }
  });

  it('are retained in production', () => {
    for (const { DeletionPolicy } of buckets)
      expect(DeletionPolicy).toBe(stage === 'prod' ? 'Retain' : 'Delete');
  });

  it('log every access to files and pages', () => {
    for (const { logicalId, Properties } of buckets) {
      if (!logicalId.includes('AccessLogs')) expect(Properties['LoggingConfiguration']).toBeDefined();
    }
  });

  it('empty their quarantine, and forget abandoned uploads, in a day', () => {
    for (const name of fileBuckets) {
      expect(rulesOf(name)).toContainEqual(
        expect.objectContaining({ Prefix: 'quarantine/', ExpirationInDays: 1, Status: 'Enabled' }),
      );
      expect(rulesOf(name)).toContainEqual(
        expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
      );
    }
  });

  it('take uploads and give downloads to the pages of the cabinet and to no other origin', () => {
    for (const name of fileBuckets) {
      const { CorsRules } = bucket(name).Properties['CorsConfiguration'];
      expect(CorsRules).toHaveLength(1);
      expect(CorsRules[0]).toMatchObject({
        AllowedOrigins: [`https://${stages[stage].domainName}`],
        AllowedMethods: ['GET', 'HEAD', 'POST'],
      });
    }
    for (const { logicalId, Properties } of buckets) {
      if (!fileBuckets.some((name) => logicalId.startsWith(name))) {
        expect(Properties).not.toHaveProperty('CorsConfiguration');
      }
    }
  });

  it('version documents, and lock them outside inbox/, quarantine/ and the files of orders', () => {
    const { mode, days } = stages[stage].documentLock;
    expect(bucket('Documents').Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
    });
    const outside = statementsOf('Documents').filter(({ NotResource }) => NotResource !== undefined);
    expect(outside.map(({ Effect, Action, Condition }) => ({ Effect, Action, Condition }))).toEqual([
      {
        Effect: 'Deny',
        Action: 's3:PutObject',
        Condition: { StringNotEquals: { 's3:object-lock-mode': mode } },
      },
      {
        Effect: 'Deny',
        Action: 's3:PutObject',
        Condition: { NumericLessThan: { 's3:object-lock-remaining-retention-days': String(days - 1) } },
      },
    ]);
    for (const { NotResource } of outside) {
      expect(NotResource.map((arn: any) => arn['Fn::Join'][1][1])).toEqual([
        '/inbox/*',
        '/quarantine/*',
        '/attachments/*',
      ]);
    }
  });

  it('forget what was deleted from inbox/, quarantine/ and the files of orders for good', () => {
    for (const prefix of ['inbox/', 'quarantine/', 'attachments/']) {
      expect(rulesOf('Documents')).toContainEqual(
        expect.objectContaining({ Prefix: prefix, NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
      );
    }
    expect(rulesOf('Documents')).toContainEqual(expect.objectContaining({ ExpiredObjectDeleteMarker: true }));
  });

  it('keep scans of applications under a key of their own, in one version, and erase them', () => {
    const key = stacks['data']!.one('AWS::KMS::Key');
    expect(key.Properties['EnableKeyRotation']).toBe(true);
    const { Properties } = bucket('Applications');
    expect(Properties).not.toHaveProperty('VersioningConfiguration');
    expect(Properties['BucketEncryption'].ServerSideEncryptionConfiguration[0]).toEqual({
      BucketKeyEnabled: true,
      ServerSideEncryptionByDefault: {
        SSEAlgorithm: 'aws:kms',
        KMSMasterKeyID: { 'Fn::GetAtt': [key.logicalId, 'Arn'] },
      },
    });
    expect(rulesOf('Applications')).toContainEqual(
      expect.objectContaining({ Id: 'Expiry', ExpirationInDays: stages[stage].applicationDays }),
    );
  });

  it('let exports expire, and access logs', () => {
    const expiry = (ExpirationInDays: number) => expect.objectContaining({ Id: 'Expiry', ExpirationInDays });
    expect(rulesOf('Exports')).toContainEqual(expiry(stages[stage].exportDays));
    expect(rulesOf('AccessLogs')).toContainEqual(expiry(stages[stage].accessLogDays));
  });
});
