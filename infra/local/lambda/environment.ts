import type { FunctionDefinition } from './definition.ts';

/**
 * Variables that the Lambda service sets, except region, credentials and endpoints (Lambda Developer Guide, "Defined
 * runtime environment variables").
 */
export function lambdaVariables(
  definition: FunctionDefinition,
  environmentId: string,
): Record<string, string> {
  const { name, memory, exportName, file } = definition;
  return {
    ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }),
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `local/[$LATEST]${environmentId}`,
    LANG: 'en_US.UTF-8',
    LAMBDA_TASK_ROOT: file.slice(0, file.lastIndexOf('/')),
    TZ: ':UTC',
    _HANDLER: `${file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.'))}.${exportName}`,
  };
}
