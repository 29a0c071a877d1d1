import type { Credentials } from '../aws/sigv4.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { Assembly } from '../template/assembly.ts';

/** An event as a producer gives it; the rest of the envelope is EventBridge's. */
export interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[] | undefined;
  readonly time?: Date | undefined;
}

/** A delivery that waits, is retried, or has failed for good. */
export interface Delivery {
  readonly id: string;
  readonly rule: string;
  readonly target: string;
  readonly attempts: number;
  readonly state: 'waiting' | 'dead' | 'lost';
  readonly event: unknown;
  readonly lastError: string | undefined;
}

export interface EventBridgeOptions {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  readonly queues: Queues;
  /** Where deliveries are kept until they are done. */
  readonly directory: string;
  readonly credentials: Credentials;
  /** Loud line about an event that was given up. */
  readonly warn: (message: string) => void;
  /** Milliseconds before each retry of a failed asynchronous invocation; the cloud's are a minute, then two. */
  readonly retryDelays?: readonly number[] | undefined;
}

/** EventBridge: buses, rules, schedules and their deliveries. */
export interface EventBridge {
  /** The endpoint (`PutEvents`) on 127.0.0.1; port 0 takes a free one. Resolves with its URL. */
  listen(port: number): Promise<string>;
  /** Begins to deliver what an earlier run left, and starts the schedules. */
  start(): void;
  /** Puts an event, as a service of AWS does (`bus` is `default` then). Resolves when it is stored. */
  emit(bus: string, event: NewEvent): Promise<void>;
  /** Deliveries that are not done, newest first, at most 100. */
  deliveries(): readonly Delivery[];
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when a rule or a target uses what the local stack does not have. */
export declare function createEventBridge(options: EventBridgeOptions): EventBridge;
