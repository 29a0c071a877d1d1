/**
 * Runs in a worker thread, as the Lambda runtime of one function. It loads the deployed bundle, reports that it is
 * ready, and handles one event after the other. Its input only consists of arguments and environment variables, so
 * that it starts as fast as the bundle itself.
 */
import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';

const [, , file = '', exportName = '', functionArn = ''] = process.argv;
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread only');

let awsCalls = 0;
subscribe('http.client.request.start', (message) => {
  if (typeof message !== 'object' || message === null || !('request' in message)) return;
  const { request } = message;
  if (!(request instanceof ClientRequest)) return;
  const authorization = request.getHeader('authorization');
  if (typeof authorization === 'string' && authorization.startsWith('AWS4-HMAC-SHA256')) awsCalls += 1;
});

type Handler = (event: unknown, context: unknown) => unknown;

try {
  const handler = findHandler(await import(pathToFileURL(file).href));
  if (handler) serve(handler);
  else {
    const errorMessage = `${file} does not export ${exportName} as a function`;
    port.postMessage({
      kind: 'failed',
      error: { errorType: 'Runtime.HandlerNotFound', errorMessage, trace: [] },
    });
  }
} catch (error) {
  port.postMessage({ kind: 'failed', error: describe(error) });
}

function serve(handler: Handler): void {
  port?.on('message', (message: unknown) => {
    const invocation = parseInvocation(message);
    process.env['_X_AMZN_TRACE_ID'] = invocation.traceId;
    awsCalls = 0;
    void answer(handler, invocation);
  });
  port?.postMessage({ kind: 'ready' });
}

async function answer(handler: Handler, { requestId, deadline, event }: WorkerInvocation): Promise<void> {
  try {
    const result = await handler(JSON.parse(event), createContext(requestId, deadline));
    port?.postMessage({ kind: 'answered', requestId, payload: JSON.stringify(result ?? null), awsCalls });
  } catch (error) {
    port?.postMessage({ kind: 'failed', requestId, error: describe(error), awsCalls });
  }
}

interface WorkerInvocation {
  readonly requestId: string;
  readonly deadline: number;
  readonly traceId: string;
  /** JSON text. */
  readonly event: string;
}

function parseInvocation(message: unknown): WorkerInvocation {
  if (typeof message === 'object' && message !== null) {
    const { requestId, deadline, traceId, event } = {
      requestId: 0,
      deadline: 0,
      traceId: 0,
      event: 0,
      ...message,
    };
    const wellFormed =
      typeof requestId === 'string' && typeof traceId === 'string' && typeof event === 'string';
    if (wellFormed && typeof deadline === 'number') return { requestId, deadline, traceId, event };
  }
  throw new Error('not an invocation');
}

/** The context object of the Node.js runtime (AWS Lambda Developer Guide, "Using the Lambda context object"). */
function createContext(awsRequestId: string, deadline: number): unknown {
  const { env } = process;
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: env['AWS_LAMBDA_FUNCTION_VERSION'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    invokedFunctionArn: functionArn,
    logGroupName: env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: env['AWS_LAMBDA_LOG_STREAM_NAME'],
    memoryLimitInMB: env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
  };
}

function findHandler(module: unknown): Handler | undefined {
  const exported = memberOf(module, exportName) ?? memberOf(memberOf(module, 'default'), exportName);
  return isHandler(exported) ? exported : undefined;
}

function memberOf(owner: unknown, name: string): unknown {
  return typeof owner === 'object' && owner !== null
    ? Object.entries(owner).find(([key]) => key === name)?.[1]
    : undefined;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function describe(error: unknown): { errorType: string; errorMessage: string; trace: string[] } {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  const isMissing =
    'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND');
  return {
    errorType: isMissing ? 'Runtime.ImportModuleError' : error.name,
    errorMessage: error.message,
    trace: (error.stack ?? '').split('\n'),
  };
}
