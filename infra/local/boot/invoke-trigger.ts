import type { LambdaRuntime } from '../lambda/runtime.ts';

/**
 * Runs a trigger as Cognito does: it receives the event and returns it, modified.
 * @throws Error with the function's own message when it fails
 */
export async function invokeTrigger(
  lambda: LambdaRuntime,
  functionArn: string,
  event: unknown,
): Promise<unknown> {
  const { payload, error } = await lambda.invoke(functionArn, event);
  if (error) throw new Error(error.errorMessage);
  return payload === undefined ? undefined : JSON.parse(payload);
}
