import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { synthesizeStage, type SynthesizedStack, synthesisTimeout } from './templates.ts';

describe.each(['dev', 'prod'] as const)('the events of %s', (stage) => {
  let events: SynthesizedStack;
  let mapping: Record<string, any>;
  beforeAll(async () => {
    events = (await synthesizeStage(stage))['events']!;
    mapping = events.one('AWS::Lambda::EventSourceMapping', 'PublisherSource').Properties;
  }, synthesisTimeout);

  it('come from the table’s stream, from its beginning', () => {
    expect(mapping['EventSourceArn']['Fn::ImportValue']).toMatch(/Table.*StreamArn/);
    expect(mapping).toMatchObject({
      FunctionName: { Ref: events.one('AWS::Lambda::Function', 'Publisher').logicalId },
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
    });
  });

  it('survive a record that cannot be published: the batch is halved, and only what failed comes again', () => {
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 12 * 60 * 60,
    });
  });

  it('are named in a dead-letter queue when they are given up', () => {
    const queue = events.one('AWS::SQS::Queue', 'PublisherSource');
    expect(mapping['DestinationConfig']).toEqual({
      OnFailure: { Destination: { 'Fn::GetAtt': [queue.logicalId, 'Arn'] } },
    });
    expect(queue.Properties).toMatchObject({ MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true });
  });

  it('go over one bus and can be replayed', () => {
    const bus = events.one('AWS::Events::EventBus');
    expect(events.one('AWS::Events::Archive').Properties).toMatchObject({
      SourceArn: { 'Fn::GetAtt': [bus.logicalId, 'Arn'] },
      EventPattern: { account: [{ Ref: 'AWS::AccountId' }] },
      RetentionDays: stages[stage].eventArchiveDays,
    });
  });
});
