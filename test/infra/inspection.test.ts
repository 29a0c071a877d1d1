import { beforeAll, describe, expect, it } from 'vitest';
import { synthesizeStage, type SynthesizedStack, synthesisTimeout } from './templates.ts';

describe.each(['dev', 'prod'] as const)('the inspection of uploads of %s', (stage) => {
  let data: SynthesizedStack;
  let events: SynthesizedStack;
  let api: SynthesizedStack;
  beforeAll(async () => {
    const stacks = await synthesizeStage(stage);
    data = stacks['data']!;
    events = stacks['events']!;
    api = stacks['api']!;
  }, synthesisTimeout);

  /** What a role may do with objects: action and prefix. */
  const onObjects = (stack: SynthesizedStack, role: string): string[] =>
    stack
      .one('AWS::IAM::Policy', `${role}RoleDefaultPolicy`)
      .Properties['PolicyDocument'].Statement.flatMap(({ Action, Resource }: Record<string, any>) =>
        [Action]
          .flat()
          .filter((action: string) => action.startsWith('s3:'))
          .flatMap((action: string) =>
            [Resource]
              .flat()
              .map(
                (resource) =>
                  `${action} ${/\/[\w-][\w/*-]*/.exec(JSON.stringify(resource))?.[0] ?? 'bucket'}`,
              ),
          ),
      )
      .toSorted();

  it('begins when an object came into quarantine, and again when GuardDuty has scanned it', () => {
    const { logicalId } = events.one('AWS::Lambda::Function', 'Inspection');
    const rules = events
      .all('AWS::Events::Rule')
      .filter(({ logicalId: id }) => id.startsWith('InspectionSource'));
    expect(rules.map(({ Properties }) => Properties['EventPattern'].source)).toEqual([
      ['aws.s3'],
      ['aws.guardduty'],
    ]);
    for (const { Properties } of rules) {
      expect(JSON.stringify(Properties['EventPattern'])).toContain('[{"prefix":"quarantine/"}]');
      expect(Properties['Targets'][0].Arn).toEqual({ 'Fn::GetAtt': [logicalId, 'Arn'] });
      expect(Properties['Targets'][0].DeadLetterConfig).toBeDefined();
    }
  });

  it('is tried three times, and what it gives up waits in a queue', () => {
    const queue = events.one('AWS::SQS::Queue', 'InspectionSource');
    expect(events.one('AWS::Lambda::EventInvokeConfig', 'InspectionSource').Properties).toMatchObject({
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [queue.logicalId, 'Arn'] } } },
    });
  });

  it('takes a share of what the account runs on, so that a flood of uploads leaves the API the rest', () => {
    expect(events.one('AWS::Lambda::Function', 'Inspection').Properties).toMatchObject({
      ReservedConcurrentExecutions: 20,
    });
  });

  it('may read and erase quarantined files, put and erase accepted ones, and see that one is missing', () => {
    expect(onObjects(events, 'Inspection')).toEqual([
      's3:DeleteObject /applications/*',
      's3:DeleteObject /attachments/*',
      's3:DeleteObject /quarantine/*',
      's3:DeleteObject /quarantine/*',
      's3:GetObject /quarantine/*',
      's3:GetObject /quarantine/*',
      's3:ListBucket bucket',
      's3:ListBucket bucket',
      's3:PutObject /applications/*',
      's3:PutObject /attachments/*',
    ]);
  });

  it('is the only way out of quarantine: functions that sign uploads cannot read from it', () => {
    expect(onObjects(api, 'Applications')).toEqual([
      's3:DeleteObject /applications/*',
      's3:DeleteObject /quarantine/applications/*',
      's3:PutObject /quarantine/applications/*',
    ]);
    expect(onObjects(api, 'Attachments')).toEqual([
      's3:DeleteObject /attachments/*',
      's3:DeleteObject /quarantine/attachments/*',
      's3:GetObject /attachments/*',
      's3:PutObject /quarantine/attachments/*',
    ]);
  });

  it.each(['Applications', 'Documents'])('hears of the objects of the bucket %s', (name) => {
    expect(data.one('AWS::S3::Bucket', name).Properties['NotificationConfiguration']).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  it.each(['Applications', 'Documents'])(
    'has GuardDuty look for malware in the quarantine of %s, with rights to that and to its own rule alone',
    (name) => {
      expect(data.one('AWS::GuardDuty::MalwareProtectionPlan', name).Properties).toMatchObject({
        ProtectedResource: {
          S3Bucket: {
            BucketName: { Ref: data.one('AWS::S3::Bucket', name).logicalId },
            ObjectPrefixes: ['quarantine/'],
          },
        },
        Actions: { Tagging: { Status: 'DISABLED' } },
      });
      expect(onObjects(data, `${name}MalwareProtection`)).toEqual([
        's3:GetBucketNotification bucket',
        's3:GetObject /quarantine/*',
        's3:GetObjectVersion /quarantine/*',
        's3:ListBucket bucket',
        's3:PutBucketNotification bucket',
        's3:PutObject /malware-protection-resource-validation-object',
      ]);
    },
  );
});
