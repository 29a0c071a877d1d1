import { MetricUnit, type Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { Log } from '../observability/log.ts';
import { callOf } from './call.ts';
import type { HttpEvent, HttpResult } from './event.ts';
import type { Layer } from './middleware.ts';

const errorBodySchema = z.object({ code: z.string() });

interface Observers {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: () => Date;
  readonly addContext: (context: Context) => void;
}

/** Logs one line and counts one request, whatever became of it. */
export function observation({ log, metrics, clock, addContext }: Observers): Layer {
  const record = (event: HttpEvent, response: HttpResult | null | undefined) => {
    const { operation, startedAt } = callOf(event);
    const { requestId } = event.requestContext;
    const status = response?.statusCode ?? 500;
    const milliseconds = clock().getTime() - (startedAt ?? clock().getTime());
    const code =
      status < 400 ? undefined : errorBodySchema.safeParse(JSON.parse(response?.body ?? '{}')).data?.code;
    const routeId = operation?.id ?? 'unknown';
    log('requestAnswered', {
      routeId,
      requestId,
      status,
      milliseconds,
      ...(code === undefined ? {} : { code }),
    });
    metrics.addMetric('requests', MetricUnit.Count, 1);
    metrics.addMetric('serverErrors', MetricUnit.Count, status >= 500 ? 1 : 0);
    metrics.addMetric('milliseconds', MetricUnit.Milliseconds, milliseconds);
    metrics.publishStoredMetrics();
  };
  return {
    before: ({ event, context }) => {
      addContext(context);
      callOf(event).startedAt = clock().getTime();
    },
    after: ({ event, response }) => {
      record(event, response);
    },
    onError: ({ event, response }) => {
      record(event, response);
    },
  };
}
