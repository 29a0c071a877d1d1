import type { AsynchronousConfiguration } from '../lambda/asynchronous-configuration.ts';
import type { Invocation, LambdaFunction, LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { DeliveryStore, StoredDelivery } from './delivery-store.ts';
import type { Target } from './rules.ts';

export interface DispatcherOptions {
  readonly targets: ReadonlyMap<string, Target>;
  readonly store: DeliveryStore;
  readonly lambda: Pick<LambdaRuntime, 'invoke'>;
  readonly queues: Pick<Queues, 'send'>;
  readonly configurationOf: (target: LambdaFunction) => AsynchronousConfiguration;
  /** Milliseconds before each retry of an invocation; the last value repeats. */
  readonly retryDelays: readonly number[];
  readonly warn: (message: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Delivers events to their targets. */
export interface Dispatcher {
  /** Takes over a stored delivery. */
  dispatch(delivery: StoredDelivery): void;
  /** Ends after the current attempts; waiting deliveries stay stored. */
  close(): Promise<void>;
}

/** Milliseconds before the first retry of a delivery; doubled for each further one, up to the maximum. */
const firstRetryMs = 1_000;
const maxRetryMs = 60_000;

/**
 * Delivers as EventBridge does. A queue receives the event immediately. A function is invoked asynchronously: once it
 * has accepted the event, the retries and the dead-letter queue of the function apply, not those of the rule.
 * Sources: Amazon EventBridge User Guide, "How EventBridge retries delivering events"; AWS Lambda Developer Guide,
 * "Invoking a Lambda function asynchronously".
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { targets, store, now, warn } = options;
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let closed = false;

  const schedule = (delivery: StoredDelivery): void => {
    if (closed) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        const attempt = carry(delivery).finally(() => running.delete(attempt));
        running.add(attempt);
      },
      Math.max(0, delivery.nextAt - now()),
    );
    timers.add(timer);
  };

  const carry = async (delivery: StoredDelivery): Promise<void> => {
    const target = targets.get(delivery.target);
    if (!target) {
      warn(`an event for ${delivery.target} is dropped: the rule no longer exists`);
      store.remove(delivery.id);
      return;
    }
    try {
      const next = await attempt(delivery, target, options);
      if (!next) store.remove(delivery.id);
      else {
        store.update(next);
        if (next.state === 'waiting') schedule(next);
      }
    } catch (error) {
      // The delivery stays stored, and the next start tries it again.
      warn(`a delivery to ${target.arn} failed inside the local stack: ${String(error)}`);
    }
  };

  return {
    dispatch: schedule,
    close: async () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** The delivery after an attempt; undefined when it is finished. */
async function attempt(
  delivery: StoredDelivery,
  target: Target,
  options: DispatcherOptions,
): Promise<StoredDelivery | undefined> {
  const { now } = options;
  if (delivery.stage === 'invocation' && target.lambda) return invoke(delivery, target.lambda, options);
  if (target.lambda) return { ...delivery, stage: 'invocation', attempts: 0, since: now(), nextAt: now() };
  try {
    options.queues.send(target.arn, JSON.stringify(delivery.input));
    return undefined;
  } catch (error) {
    return retryDelivery(delivery, target, String(error), options);
  }
}

function retryDelivery(
  delivery: StoredDelivery,
  { arn, retryPolicy, deadLetterArn }: Target,
  lastError: string,
  { queues, warn, now }: DispatcherOptions,
): StoredDelivery {
  const attempts = delivery.attempts + 1;
  const tooOld = now() - delivery.since >= retryPolicy.maximumAge * 1000;
  if (attempts <= retryPolicy.maximumRetries && !tooOld) {
    const nextAt = now() + Math.min(firstRetryMs * 2 ** delivery.attempts, maxRetryMs);
    return { ...delivery, attempts, lastError, nextAt };
  }
  const failed = { ...delivery, attempts, lastError };
  if (deadLetterArn === undefined) {
    warn(`an event for ${arn} is lost, because its rule has no dead-letter queue: ${lastError}`);
    return { ...failed, state: 'lost' };
  }
  queues.send(deadLetterArn, JSON.stringify(delivery.input), {
    RULE_ARN: delivery.target.split('#')[0] ?? '',
    TARGET_ARN: arn,
    ERROR_CODE: 'SDK_CLIENT_ERROR',
    ERROR_MESSAGE: lastError,
    EXHAUSTED_RETRY_CONDITION: tooOld ? 'MaximumEventAgeInSeconds' : 'MaximumRetryAttempts',
    RETRY_ATTEMPTS: String(delivery.attempts),
  });
  warn(`an event for ${arn} is in its dead-letter queue: ${lastError}`);
  return { ...failed, state: 'dead' };
}

async function invoke(
  delivery: StoredDelivery,
  target: LambdaFunction,
  options: DispatcherOptions,
): Promise<StoredDelivery | undefined> {
  const { lambda, configurationOf, retryDelays, warn, now } = options;
  const invocation = await lambda.invoke(target.name, delivery.input);
  const { error } = invocation;
  if (!error) return undefined;
  const { maximumRetries, maximumAge } = configurationOf(target);
  // Throttling is retried until the event's maximum age.
  const attempts = delivery.attempts + (error.errorType === 'TooManyRequestsException' ? 0 : 1);
  const lastError = `${error.errorType}: ${error.errorMessage}`;
  const tooOld = now() - delivery.since >= maximumAge * 1000;
  if (attempts <= maximumRetries && !tooOld) {
    const delay = retryDelays[delivery.attempts] ?? retryDelays.at(-1) ?? 0;
    return { ...delivery, attempts, lastError, nextAt: now() + delay };
  }
  const condition = tooOld ? 'EventAgeExceeded' : 'RetriesExhausted';
  const isStored = storeFailure({ ...delivery, attempts }, target, invocation, condition, options);
  const fate = isStored ? 'reported to its failure queue' : 'lost, because the function has no failure queue';
  warn(`${target.name} failed ${attempts} times (${lastError}): the event is ${fate}`);
  return { ...delivery, attempts, lastError, state: isStored ? 'dead' : 'lost' };
}

/** Sends a failed invocation to the function's failure queues; false when it has none. */
function storeFailure(
  delivery: StoredDelivery,
  target: LambdaFunction,
  { requestId, error }: Invocation,
  condition: string,
  { queues, configurationOf }: DispatcherOptions,
): boolean {
  const { failureDestination, deadLetterArn } = configurationOf(target);
  if (failureDestination !== undefined)
    queues.send(
      failureDestination,
      JSON.stringify({
        version: '1.0',
        timestamp: new Date().toISOString(),
        requestContext: {
          ...{ requestId, functionArn: `${target.arn}:$LATEST`, condition },
          approximateInvokeCount: delivery.attempts,
        },
        requestPayload: delivery.input,
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: error,
      }),
    );
  if (deadLetterArn !== undefined)
    queues.send(deadLetterArn, JSON.stringify(delivery.input), {
      ...{ RequestID: requestId, ErrorCode: '200', ErrorMessage: error?.errorMessage ?? '' },
    });
  return failureDestination !== undefined || deadLetterArn !== undefined;
}
