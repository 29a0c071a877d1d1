import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { EventBus, EventPattern } from 'aws-cdk-lib/aws-events';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import * as z from 'zod';
import type { CapabilityResources } from './capability.ts';
import { grantOf } from './grant.ts';
import type { Declared } from './read-declarations.ts';

/** What a consumer's function can be granted access to. */
export interface ConsumerResources extends CapabilityResources {
  /** The cabinet's own bus. */
  readonly bus: EventBus;
  /**
   * The queue of a consumer of the kind `queue`.
   *
   * @throws Error if the folder is not that of such a consumer
   */
  readonly queueOf: (folder: string) => Queue;
}

/** An event pattern, and what it matches in a few words. */
interface DescribedPattern {
  readonly description: string;
  readonly pattern: EventPattern;
}

/** Patterns by name, each of which becomes a rule. */
type Patterns = (resources: CapabilityResources) => Readonly<Record<string, DescribedPattern>>;

const ofEveryConsumer = {
  /** What its function does, as the console shows it. */
  description: z.string().min(1),
  /** Who cannot do what while its function fails: the beginning of a sentence, for its alarms. */
  impact: z.string().min(1),
  memoryMegabytes: z.int().min(128).max(10_240).optional(),
  /** How long it may run; as long as an API request by default. */
  timeoutSeconds: z.int().min(1).max(900).optional(),
};

const ofEveryReaction = {
  ...ofEveryConsumer,
  grant: grantOf<ConsumerResources>(),
};

/** Reads every change of the table. Two consumers at most can do so. */
const streamConsumer = z.strictObject({ consumes: z.literal('stream'), ...ofEveryReaction });

/** Is invoked for each event that one of its patterns matches. */
const eventConsumer = z.strictObject({
  consumes: z.literal('events'),
  /** `cabinet` is the cabinet's own bus, `default` that of AWS services. */
  bus: z.enum(['default', 'cabinet']),
  patterns: z.custom<Patterns>((value) => typeof value === 'function', 'Expected a function'),
  ...ofEveryReaction,
  /** Maximum number of concurrent executions: what outsiders can trigger must not use up the API's share. */
  concurrency: z.int().min(1).optional(),
});

/** Works off a queue of its own. */
const queueConsumer = z.strictObject({
  consumes: z.literal('queue'),
  ...ofEveryReaction,
  /** Messages per invocation at most. */
  batchSize: z.int().min(1).max(10),
  /** Invocations at the same time at most; further messages wait. */
  maxConcurrency: z.int().min(2).max(1000),
});

/** Runs regularly. */
const scheduledConsumer = z.strictObject({
  consumes: z.literal('schedule'),
  everyMinutes: z.int().min(1),
  ...ofEveryReaction,
});

/** Runs before the user pool issues a token. One consumer at most can do so. */
const tokenConsumer = z.strictObject({
  consumes: z.literal('tokens'),
  ...ofEveryConsumer,
  grant: grantOf<IUserPool>(),
});

/** What a file of infra/consumers/ declares: a function that reacts to something else than an HTTP request. */
export const consumerSchema = z.discriminatedUnion('consumes', [
  streamConsumer,
  eventConsumer,
  queueConsumer,
  scheduledConsumer,
  tokenConsumer,
]);

export type ConsumerDeclaration = z.infer<typeof consumerSchema>;

/** One folder of functions/ that reacts to something else than an HTTP request. */
export type Consumer = Declared<ConsumerDeclaration>;
export type TokenConsumer = Declared<z.infer<typeof tokenConsumer>>;
/** A consumer that is deployed with the events. */
export type ReactingConsumer = Exclude<Consumer, { readonly consumes: 'tokens' }>;
