import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';
import type { LambdaFunction, LambdaRuntime } from './runtime.ts';

/** How failed asynchronous invocations are handled. */
export interface AsynchronousConfiguration {
  readonly maximumRetries: number;
  /** Seconds. */
  readonly maximumAge: number;
  /** ARN of the queue that receives a record of the failure. */
  readonly failureDestination: string | undefined;
  /** ARN of the queue that receives the event itself. */
  readonly deadLetterArn: string | undefined;
}

const configurationSchema = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number().default(2),
  MaximumEventAgeInSeconds: z.number().default(21_600),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .default({}),
});

/**
 * Reads how a function's asynchronous invocations are retried (AWS Lambda Developer Guide, "How Lambda handles errors
 * and retries with asynchronous invocation"): by default twice, for up to six hours.
 * @throws {UnsupportedError} for success destinations
 */
export function readAsynchronousConfigurations(
  assembly: Assembly,
  lambda: LambdaRuntime,
): (target: LambdaFunction) => AsynchronousConfiguration {
  const configurations = assembly.resources('AWS::Lambda::EventInvokeConfig').map((resource) => {
    const configuration = resource.read(configurationSchema, ['Qualifier']);
    const target = lambda.find(configuration.FunctionName);
    if (!target)
      throw new UnsupportedError(
        `${resource.stack}/${resource.logicalId} does not refer to a function of the template`,
      );
    return { ...configuration, functionName: target.name };
  });
  return ({ name, deadLetterArn }) => {
    const configuration = configurations.find(({ functionName }) => functionName === name);
    return {
      maximumRetries: configuration?.MaximumRetryAttempts ?? 2,
      maximumAge: configuration?.MaximumEventAgeInSeconds ?? 21_600,
      failureDestination: configuration?.DestinationConfig.OnFailure?.Destination,
      deadLetterArn,
    };
  };
}
