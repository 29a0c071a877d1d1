import { createHash } from 'node:crypto';

/** The property with a resource's name, for types that have one. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::DomainName': 'DomainName',
  'AWS::ApiGatewayV2::Stage': 'StageName',
  'AWS::Athena::WorkGroup': 'Name',
  'AWS::CloudFront::Function': 'Name',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::Cognito::UserPoolGroup': 'GroupName',
  'AWS::Cognito::UserPoolDomain': 'Domain',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
};

/** Maximum length of a derived name; buckets and functions allow no more. */
const maxNameLength = 63;

/** The property with the name of a resource of this type; undefined when AWS generates an identifier. */
export function nameProperty(type: string): string | undefined {
  return nameProperties[type];
}

/** A name or identifier for an unnamed resource. It is the same at every start. */
export function deriveName(type: string, stack: string, logicalId: string, region: string): string {
  const digest = createHash('sha256').update(`${stack}/${logicalId}`).digest();
  switch (type) {
    case 'AWS::Cognito::UserPool':
      return `${region}_${shorten(digest, 9)}`;
    case 'AWS::Cognito::UserPoolClient':
      return shorten(digest, 26);
    case 'AWS::ApiGatewayV2::Api':
    case 'AWS::ApiGatewayV2::Authorizer':
    case 'AWS::ApiGatewayV2::Integration':
    case 'AWS::ApiGatewayV2::Route':
      return shorten(digest, 10);
    case 'AWS::CloudFront::Distribution':
      return `E${shorten(digest, 13).toUpperCase()}`;
    case 'AWS::S3::Bucket':
      return truncate(`${stack}-${logicalId}`.toLowerCase(), digest);
    default:
      return truncate(`${stack}-${logicalId}`, digest);
  }
}

/** An identifier of lower-case letters and digits. */
export function shorten(digest: Buffer, length: number): string {
  return BigInt(`0x${digest.toString('hex')}`)
    .toString(36)
    .slice(0, length);
}

function truncate(name: string, digest: Buffer): string {
  return name.length <= maxNameLength ? name : `${name.slice(0, maxNameLength - 9)}-${shorten(digest, 8)}`;
}
