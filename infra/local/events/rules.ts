import * as z from 'zod';
import type { LambdaFunction, LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { Assembly, Resource } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';
import { compileInputPath, type InputPath } from './input-path.ts';
import { compilePattern, type Matcher } from './pattern.ts';
import { parseSchedule, type Schedule } from './schedule.ts';

/** A target of a rule. */
export interface Target {
  /** Stable across restarts: the rule's ARN and the target's id. */
  readonly id: string;
  readonly arn: string;
  /** Undefined for a queue. */
  readonly lambda: LambdaFunction | undefined;
  /** Computes the target's input. */
  readonly transform: InputPath;
  /** Maximum retries of a failed delivery and maximum age of the event in seconds. */
  readonly retryPolicy: { readonly maximumRetries: number; readonly maximumAge: number };
  readonly deadLetterArn: string | undefined;
}

export interface Rule {
  readonly name: string;
  readonly arn: string;
  /** Name of the bus; undefined for a schedule. */
  readonly bus: string | undefined;
  readonly matches: Matcher;
  readonly schedule: Schedule | undefined;
  /** `source` of the schedule's events. */
  readonly scheduleSource: string;
  readonly targets: readonly Target[];
}

const retrySchema = z.strictObject({
  MaximumRetryAttempts: z.number().default(185),
  MaximumEventAgeInSeconds: z.number().default(86_400),
});
const targetSchema = z.strictObject({
  Id: z.string().default('Target'),
  Arn: z.string(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  RetryPolicy: retrySchema.default({ MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 }),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  RoleArn: z.string().optional(),
});
const state = z.enum(['ENABLED', 'DISABLED']).default('ENABLED');
const ruleSchema = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.unknown().optional(),
  ScheduleExpression: z.string().optional(),
  State: state,
  Targets: z.array(targetSchema).default([]),
});
const scheduleSchema = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  State: state,
  Target: targetSchema,
});

export interface RuleSources {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  readonly queues: Queues;
}

/**
 * The enabled rules of EventBridge and schedules of EventBridge Scheduler.
 * @throws {UnsupportedError} for targets other than functions and queues of the template, and for input transformers
 */
export function readRules(sources: RuleSources): Rule[] {
  const { assembly } = sources;
  return [
    ...assembly.resources('AWS::Events::Rule').map((resource) => readRule(resource, sources)),
    ...assembly.resources('AWS::Scheduler::Schedule').map((resource) => readSchedule(resource, sources)),
  ].filter((rule) => rule !== undefined);
}

/** Names of the buses; every account has a default bus. */
export function readBuses(assembly: Assembly): readonly string[] {
  return ['default', ...assembly.resources('AWS::Events::EventBus').map(({ name }) => name)];
}

/** Name of a bus, from its name or its ARN. */
export function busName(nameOrArn: string): string {
  return nameOrArn.split('/').at(-1) ?? nameOrArn;
}

function readRule(resource: Resource, sources: RuleSources): Rule | undefined {
  const rule = resource.read(ruleSchema, ['Description', 'Name', 'RoleArn', 'Tags']);
  if (rule.State === 'DISABLED') return undefined;
  const { EventPattern: pattern, ScheduleExpression: expression } = rule;
  return {
    name: resource.name,
    arn: resource.arn,
    bus: pattern === undefined ? undefined : busName(rule.EventBusName),
    matches: pattern === undefined ? () => false : compilePattern(pattern),
    schedule: expression === undefined ? undefined : parseSchedule(expression, 'UTC'),
    scheduleSource: 'aws.events',
    targets: rule.Targets.map((target) => readTarget(resource, target, sources)),
  };
}

function readSchedule(resource: Resource, sources: RuleSources): Rule | undefined {
  const schedule = resource.read(scheduleSchema, ['Description', 'GroupName', 'KmsKeyArn', 'Name']);
  if (schedule.State === 'DISABLED') return undefined;
  return {
    name: resource.name,
    arn: resource.arn,
    bus: undefined,
    matches: () => false,
    schedule: parseSchedule(schedule.ScheduleExpression, schedule.ScheduleExpressionTimezone),
    scheduleSource: 'aws.scheduler',
    targets: [readTarget(resource, schedule.Target, sources)],
  };
}

function readTarget(
  resource: Resource,
  target: z.infer<typeof targetSchema>,
  { lambda, queues }: RuleSources,
): Target {
  const label = `${resource.stack}/${resource.logicalId}`;
  const found = lambda.find(target.Arn);
  if (!found && !queues.has(target.Arn))
    throw new UnsupportedError(
      `${label} has the target ${target.Arn}, which is neither a function nor a queue of the template`,
    );
  const { RetryPolicy: retry, DeadLetterConfig: deadLetter } = target;
  if (deadLetter && !queues.has(deadLetter.Arn))
    throw new UnsupportedError(`${label} has the dead-letter queue ${deadLetter.Arn}, which does not exist`);
  return {
    id: `${resource.arn}#${target.Id}`,
    arn: target.Arn,
    lambda: found,
    transform: compileInputPath(target),
    retryPolicy: { maximumRetries: retry.MaximumRetryAttempts, maximumAge: retry.MaximumEventAgeInSeconds },
    deadLetterArn: deadLetter?.Arn,
  };
}
