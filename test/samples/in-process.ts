import { join } from 'node:path';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import type { HttpEvent, HttpResult } from '../../shared/http/event.ts';
import type { TestTable } from '../table.ts';
import type { Outside } from './outside.ts';

type Handler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

const originSecret = 'known-to-the-edge-alone';

/**
 * Sets the variables that functions read when they are loaded: a table in a real engine, nothing in any cloud.
 *
 * @param outside what they call beside the table
 */
export async function setEnvironment(
  { documents, name }: Pick<TestTable, 'documents' | 'name'>,
  outside: Pick<Outside, 'environment'>,
  eventBusEndpoint?: string,
): Promise<void> {
  const { hostname = '', port = 0, protocol = '' } = (await documents.config.endpoint?.()) ?? {};
  Object.assign(process.env, {
    ...outside.environment,
    TABLE_NAME: name,
    ORIGIN_SECRET: originSecret,
    MFA_REQUIRED: 'false',
    EVENT_BUS_NAME: 'cabinet',
    AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${String(port)}`,
    ...(eventBusEndpoint === undefined ? {} : { AWS_ENDPOINT_URL_EVENTBRIDGE: eventBusEndpoint }),
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    POWERTOOLS_METRICS_DISABLED: 'true',
    // What is expected to fail is not worth a line; what is not shows why.
    POWERTOOLS_LOG_LEVEL: 'ERROR',
  });
}

/** Invokes the function of a capability as Lambda does: its `main.ts`, with an event that came through the edge. */
export async function invokeHttp(folder: string, event: HttpEvent): Promise<HttpResult> {
  const handler = await loadHandler<HttpEvent, HttpResult>(folder);
  const headers = { 'x-origin-verify': originSecret, ...event.headers };
  return handler({ ...event, headers }, {} as Context);
}

/** Invokes the publisher as Lambda does. */
export async function invokePublisher(event: DynamoDBStreamEvent): Promise<PartialItemFailureResponse> {
  const handler = await loadHandler<DynamoDBStreamEvent, PartialItemFailureResponse>('publisher');
  return handler(event, {} as Context);
}

async function loadHandler<Event, Result>(folder: string): Promise<Handler<Event, Result>> {
  const file = join(import.meta.dirname, '../../functions', folder, 'main.ts');
  return ((await import(file)) as { handler: Handler<Event, Result> }).handler;
}
