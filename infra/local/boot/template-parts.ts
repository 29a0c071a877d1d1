import * as z from 'zod';
import { parseUserPoolClientProperties } from '../cognito/client-properties.ts';
import { parseUserPoolProperties } from '../cognito/pool-properties.ts';
import type { CognitoSettings } from '../cognito/settings.ts';
import { tableSchema, type Table } from '../dynamodb/tables.ts';
import { bucketPropertiesSchema, type BucketSettings } from '../s3/settings.ts';
import type { Assembly, Resource, ResourceIdentity } from '../template/assembly.ts';
import { StartError } from './start-error.ts';

/** Fixed, so that scripts, tests and bookmarks can rely on it. */
export const userPoolId = 'eu-central-1_LocalPool1';
export const userPoolClientId = 'localwebclient0000000001';

/** Names that do not come from the template. */
export function fixedName({ type }: ResourceIdentity): string | undefined {
  if (type === 'AWS::Cognito::UserPool') return userPoolId;
  return type === 'AWS::Cognito::UserPoolClient' ? userPoolClientId : undefined;
}

/** Properties of a table that have no meaning on one machine. */
const meaninglessForTables = [
  'BillingMode',
  'KinesisStreamSpecification',
  'PointInTimeRecoverySpecification',
  'SSESpecification',
  'TableName',
  'Tags',
  'WriteOnDemandThroughputSettings',
];

/** The tables of the template. Throws an UnsupportedError for properties that the engine does not support. */
export function readTables(assembly: Assembly): readonly Table[] {
  return ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'].flatMap((type) =>
    assembly
      .resources(type)
      .map((table) => ({ name: table.name, ...table.read(tableSchema, meaninglessForTables) })),
  );
}

/** The pool, its client and its groups, as settings of the local Cognito. */
export function readUserPool(assembly: Assembly): Pick<CognitoSettings, 'pool' | 'clients' | 'groups'> {
  const pool = requireOne(assembly, 'AWS::Cognito::UserPool');
  const client = requireOne(assembly, 'AWS::Cognito::UserPoolClient');
  return {
    pool: {
      id: pool.name,
      arn: pool.arn,
      region: assembly.region,
      properties: parseUserPoolProperties(pool.properties),
    },
    clients: [{ id: client.name, properties: parseUserPoolClientProperties(client.properties) }],
    groups: assembly
      .resources('AWS::Cognito::UserPoolGroup')
      .map(({ properties }) => groupSchema.parse(properties)),
  };
}

const subjectSchema = z.object({ EmailSubject: z.string().optional() }).optional();
const mailTemplatesSchema = z.object({
  AdminCreateUserConfig: z.object({ InviteMessageTemplate: subjectSchema }).optional(),
  VerificationMessageTemplate: subjectSchema,
});

/** Subject of the pool's mail of this kind: the template's, or Cognito's default. */
export function readMailSubject(assembly: Assembly, kind: string): string {
  const { properties } = requireOne(assembly, 'AWS::Cognito::UserPool');
  const templates = mailTemplatesSchema.parse(properties);
  return kind === 'invitation'
    ? (templates.AdminCreateUserConfig?.InviteMessageTemplate?.EmailSubject ?? 'Your temporary password')
    : (templates.VerificationMessageTemplate?.EmailSubject ?? 'Your verification code');
}

const groupSchema = z
  .object({
    GroupName: z.string(),
    Description: z.string().optional(),
    Precedence: z.number().optional(),
  })
  .transform(({ GroupName, Description, Precedence }) => ({
    name: GroupName,
    description: Description,
    precedence: Precedence,
  }));

/**
 * The buckets. Their CORS rules allow this origin instead of the template's domain, and they notify EventBridge if
 * CDK's custom resource enables that (`eventBridgeEnabled`).
 */
export function readBuckets(assembly: Assembly, origin: string): readonly BucketSettings[] {
  const domains = new Set(
    assembly
      .resources('AWS::CloudFront::Distribution')
      .flatMap(({ properties }) => distributionSchema.parse(properties).DistributionConfig.Aliases),
  );
  const localize = (allowed: string): string =>
    domains.has(allowed.replace(/^https:\/\//, '')) ? origin : allowed;
  const notifying = new Set(
    assembly
      .resources('Custom::S3BucketNotifications')
      .map(({ properties }) => notificationsSchema.parse(properties).BucketName),
  );
  return assembly.resources('AWS::S3::Bucket').map(({ name, properties }) => {
    const { CorsConfiguration, ...rest } = bucketPropertiesSchema.parse(properties);
    const rules = CorsConfiguration?.CorsRules.map((rule) => ({
      ...rule,
      AllowedOrigins: rule.AllowedOrigins.map(localize),
    }));
    return {
      name,
      properties: {
        ...rest,
        ...(rules && { CorsConfiguration: { CorsRules: rules } }),
        ...(notifying.has(name) && {
          NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
        }),
      },
    };
  });
}

/** The local S3 only notifies EventBridge. */
const notificationsSchema = z.object({
  BucketName: z.string(),
  NotificationConfiguration: z.strictObject({ EventBridgeConfiguration: z.object({}) }),
});

const distributionSchema = z.object({
  DistributionConfig: z.object({ Aliases: z.array(z.string()).default([]) }),
});

/** Names of the buckets by construct id: CDK appends eight digits to the construct id for the logical id. */
export function nameBuckets(assembly: Assembly): Readonly<Record<string, string>> {
  return Object.fromEntries(
    assembly
      .resources('AWS::S3::Bucket')
      .map(({ logicalId, name }) => [logicalId.replace(/[0-9A-F]{8}$/, ''), name]),
  );
}

function requireOne(assembly: Assembly, type: string): Resource {
  const [resource, another] = assembly.resources(type);
  if (!resource || another)
    throw new StartError(`The local stack requires exactly one ${type}: change the application.`);
  return resource;
}
