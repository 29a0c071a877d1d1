import { beforeAll, describe, expect, it } from 'vitest';
import { constructIdOf } from '../../infra/constructs/capability-function.ts';
import type { ConsumerDeclaration } from '../../infra/declarations/consumer.ts';
import { consumers } from '../../infra/declarations/consumers.ts';
import { functionFolders } from '../../infra/declarations/function-folders.ts';
import { stages } from '../../infra/config.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { synthesizeStage, type SynthesizedStack, synthesisTimeout } from './templates.ts';

const names = functionFolders.map(constructIdOf);

/** Seconds. */
const timeouts = new Map(
  consumers.map(({ folder, timeoutSeconds }) => [constructIdOf(folder), timeoutSeconds]),
);

/** What is watched of a consumer's source. */
const alarmsOfSource: Readonly<Record<ConsumerDeclaration['consumes'], readonly string[]>> = {
  stream: ['IteratorAge', 'DeadLetters'],
  events: ['DeadLetters'],
  queue: ['MessageAge', 'DeadLetters'],
  schedule: ['DeadLetters'],
  tokens: [],
};

describe.each(['dev', 'prod'] as const)('the alarms of %s', (stage) => {
  let observability: SynthesizedStack;
  beforeAll(async () => {
    observability = (await synthesizeStage(stage))['observability']!;
  }, synthesisTimeout);

  const alarm = (id: string) => observability.one('AWS::CloudWatch::Alarm', id).Properties;

  it('watch the API, every function, the stream, the queue and the table', () => {
    const ids = observability
      .all('AWS::CloudWatch::Alarm')
      .map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''));
    expect(ids.toSorted()).toEqual(
      [
        'ApiServerErrors',
        'TableReadsThrottled',
        'TableWritesThrottled',
        ...consumers.flatMap(({ folder, consumes }) =>
          alarmsOfSource[consumes].map((alarmOfSource) => `${constructIdOf(folder)}${alarmOfSource}`),
        ),
        ...names.flatMap((name) => [`${name}Duration`, `${name}Errors`, `${name}Throttles`]),
      ].toSorted(),
    );
  });

  it('each state their impact in one sentence, and notify the operations topic', () => {
    const topic = observability.one('AWS::SNS::Topic');
    for (const { Properties } of observability.all('AWS::CloudWatch::Alarm')) {
      expect(Properties['AlarmDescription']).toMatch(/^[A-Z][^.]{30,}\.$/);
      expect(Properties['AlarmActions']).toEqual([{ Ref: topic.logicalId }]);
      expect(Properties['TreatMissingData']).toBe('notBreaching');
    }
  });

  it('ring at the first crash and the first throttle of a function, and when it is slow for a quarter of an hour', () => {
    for (const name of names) {
      const first = { Threshold: 1, EvaluationPeriods: 1, Period: 300, Statistic: 'Sum' };
      expect(alarm(`${name}Errors`)).toMatchObject({ MetricName: 'Errors', ...first });
      expect(alarm(`${name}Throttles`)).toMatchObject({ MetricName: 'Throttles', ...first });
      expect(alarm(`${name}Duration`)).toMatchObject({
        MetricName: 'Duration',
        ExtendedStatistic: 'p99',
        // Half of the time that it has.
        Threshold: 500 * (timeouts.get(name) ?? 10),
        EvaluationPeriods: 3,
      });
    }
  });

  it('ring when the API fails, when events lag by a minute and when one is given up', () => {
    expect(alarm('ApiServerErrors')).toMatchObject({ MetricName: '5xx', Threshold: 5 });
    expect(alarm('PublisherIteratorAge')).toMatchObject({
      MetricName: 'IteratorAge',
      Statistic: 'Maximum',
      Threshold: 60_000,
    });
    expect(alarm('PublisherDeadLetters')).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
    });
  });

  it('count what the table and each of its indexes turn away', () => {
    for (const id of ['TableReadsThrottled', 'TableWritesThrottled']) {
      const metrics: any[] = alarm(id)['Metrics'];
      expect(metrics.filter(({ MetricStat }) => MetricStat !== undefined)).toHaveLength(
        1 + Object.keys(tableDefinition.indexes).length,
      );
    }
  });

  it('reach a person by e-mail, and wait in a queue if they do not', () => {
    const { Protocol, Endpoint, RedrivePolicy } = observability.one('AWS::SNS::Subscription').Properties;
    expect({ Protocol, Endpoint }).toEqual({ Protocol: 'email', Endpoint: stages[stage].alarmAddress });
    expect(RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]).toBe(
      observability.one('AWS::SQS::Queue').logicalId,
    );
  });

  it('may be published by CloudWatch, which a topic with its own policy has to allow', () => {
    const { Statement } = observability.one('AWS::SNS::TopicPolicy').Properties['PolicyDocument'];
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
  });
});
