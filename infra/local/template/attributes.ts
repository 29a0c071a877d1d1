import { createHash } from 'node:crypto';
import { UnresolvableError } from './errors.ts';
import { shorten } from './names.ts';

/** The resource that an attribute belongs to. */
export interface Subject {
  readonly type: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** A property, resolved. */
  readonly property: (name: string) => unknown;
}

type Attribute = (subject: Subject) => string;

interface Kind {
  readonly arn?: Attribute;
  /** The value of `Ref`, if it is not the name. */
  readonly ref?: Attribute;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

const regional =
  (service: string, prefix: string): Attribute =>
  ({ region, account, name }) =>
    `arn:aws:${service}:${region}:${account}:${prefix}${name}`;
const global =
  (service: string, prefix: string): Attribute =>
  ({ account, name }) =>
    `arn:aws:${service}::${account}:${prefix}${name}`;
const named: Attribute = ({ name }) => name;

const table: Kind = {
  arn: regional('dynamodb', 'table/'),
  attributes: {
    StreamArn: (subject) => `${regional('dynamodb', 'table/')(subject)}/stream/local`,
    TableId: named,
  },
};
// The suffix that Secrets Manager adds is random there and derived from the name here.
const secret: Attribute = (subject) =>
  `${regional('secretsmanager', 'secret:')(subject)}-${shorten(createHash('sha256').update(subject.name).digest(), 6)}`;
const qualified =
  (qualifier: (subject: Subject) => string): Attribute =>
  (subject) => {
    const target = String(subject.property('FunctionName'));
    const arn = target.startsWith('arn:')
      ? target
      : regional('lambda', 'function:')({ ...subject, name: target });
    return `${arn}:${qualifier(subject)}`;
  };
const version = qualified(() => '1');
const alias = qualified(({ property }) => String(property('Name')));
const certificate = regional('acm', 'certificate/');
const topic = regional('sns', '');

const kinds: Readonly<Record<string, Kind>> = {
  'AWS::ApiGatewayV2::Api': {
    attributes: {
      ApiId: named,
      ApiEndpoint: ({ name, region }) => `https://${name}.execute-api.${region}.amazonaws.com`,
    },
  },
  'AWS::ApiGatewayV2::Authorizer': { attributes: { AuthorizerId: named } },
  'AWS::ApiGatewayV2::DomainName': {
    attributes: {
      RegionalDomainName: ({ name, region }) => `d-${name}.execute-api.${region}.amazonaws.com`,
      RegionalHostedZoneId: () => 'Z0000000000000',
    },
  },
  'AWS::Athena::WorkGroup': { arn: regional('athena', 'workgroup/') },
  'AWS::CertificateManager::Certificate': { arn: certificate, ref: certificate },
  'AWS::CloudFront::CachePolicy': { attributes: { Id: named } },
  'AWS::CloudFront::Distribution': {
    arn: global('cloudfront', 'distribution/'),
    attributes: { Id: named, DomainName: ({ name }) => `${name.toLowerCase()}.cloudfront.net` },
  },
  'AWS::CloudFront::Function': {
    arn: global('cloudfront', 'function/'),
    ref: global('cloudfront', 'function/'),
    attributes: { FunctionARN: global('cloudfront', 'function/') },
  },
  'AWS::CloudFront::OriginAccessControl': { attributes: { Id: named } },
  'AWS::CloudFront::OriginRequestPolicy': { attributes: { Id: named } },
  'AWS::CloudFront::ResponseHeadersPolicy': { attributes: { Id: named } },
  'AWS::CloudWatch::Alarm': { arn: regional('cloudwatch', 'alarm:') },
  'AWS::Cognito::UserPool': {
    arn: regional('cognito-idp', 'userpool/'),
    attributes: {
      UserPoolId: named,
      ProviderName: ({ region, name }) => `cognito-idp.${region}.amazonaws.com/${name}`,
      ProviderURL: ({ region, name }) => `https://cognito-idp.${region}.amazonaws.com/${name}`,
    },
  },
  'AWS::Cognito::UserPoolClient': { attributes: { ClientId: named } },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': { arn: regional('events', 'event-bus/'), attributes: { Name: named } },
  'AWS::Events::Rule': {
    arn: (subject) => {
      const bus = subject.property('EventBusName');
      const prefix = typeof bus === 'string' && bus !== 'default' ? `rule/${bus}/` : 'rule/';
      return regional('events', prefix)(subject);
    },
  },
  'AWS::IAM::ManagedPolicy': { arn: global('iam', 'policy/'), ref: global('iam', 'policy/') },
  'AWS::IAM::Role': { arn: global('iam', 'role/'), attributes: { RoleId: named } },
  'AWS::KMS::Key': { arn: regional('kms', 'key/'), attributes: { KeyId: named } },
  'AWS::Lambda::Alias': { arn: alias, ref: alias, attributes: { AliasArn: alias } },
  'AWS::Lambda::EventSourceMapping': { attributes: { Id: named } },
  'AWS::Lambda::Function': { arn: regional('lambda', 'function:') },
  'AWS::Lambda::Version': {
    arn: version,
    ref: version,
    attributes: { Version: () => '1', FunctionArn: version },
  },
  'AWS::Logs::LogGroup': { arn: (subject) => `${regional('logs', 'log-group:')(subject)}:*` },
  'AWS::S3::Bucket': {
    arn: ({ name }) => `arn:aws:s3:::${name}`,
    attributes: {
      DomainName: ({ name }) => `${name}.s3.amazonaws.com`,
      RegionalDomainName: ({ name, region }) => `${name}.s3.${region}.amazonaws.com`,
    },
  },
  'AWS::SNS::Topic': { arn: topic, ref: topic, attributes: { TopicArn: topic, TopicName: named } },
  'AWS::SQS::Queue': { arn: regional('sqs', ''), attributes: { QueueName: named } },
  'AWS::SSM::Parameter': { attributes: { Value: ({ property }) => String(property('Value')) } },
  'AWS::Scheduler::Schedule': { arn: regional('scheduler', 'schedule/default/') },
  'AWS::Scheduler::ScheduleGroup': { arn: regional('scheduler', 'schedule-group/') },
  'AWS::SecretsManager::Secret': { arn: secret, ref: secret, attributes: { Id: secret } },
  'AWS::WAFv2::WebACL': { arn: regional('wafv2', 'global/webacl/'), attributes: { Id: named } },
};

/** @throws {UnresolvableError} when the local stack does not know the ARN format of the type */
export function arnOf(subject: Subject): string {
  const arn = kinds[subject.type]?.arn;
  if (!arn) throw new UnresolvableError(`the local stack does not support the ARN of ${subject.type}`);
  return arn(subject);
}

/** The value of `Ref`, except for a queue's URL. */
export function referenceOf(subject: Subject): string {
  return (kinds[subject.type]?.ref ?? named)(subject);
}

/** The value of `Fn::GetAtt`. @throws {UnresolvableError} when the local stack does not know the attribute */
export function attributeOf(subject: Subject, attribute: string): string {
  if (attribute === 'Arn') return arnOf(subject);
  const answer = kinds[subject.type]?.attributes?.[attribute];
  if (!answer)
    throw new UnresolvableError(
      `the local stack does not support the attribute ${attribute} of ${subject.type}`,
    );
  return answer(subject);
}
