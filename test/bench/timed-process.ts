import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { documentsOf } from '../documents.ts';
import type { HttpEvent, HttpResult } from '../../shared/http/event.ts';
import type { Task, Work } from './work.ts';

type Handler = (event: HttpEvent, context: Context) => Promise<HttpResult>;

/**
 * A process of its own, in which deployed bundles run as in Lambda: with their log and metrics written to where
 * nobody reads. Takes one piece of work from its parent, and answers with the milliseconds of every run of every task.
 */
process.once('message', (work: Work) => {
  void time(work).then((times) => process.send?.(times, () => process.exit(0)));
});

async function time({ tasks, runs, warmUp }: Work): Promise<Record<string, number[]>> {
  const acts = await Promise.all(tasks.map(async (task) => [task.name, await actOf(task)] as const));
  const times = new Map(acts.map(([name]) => [name, [] as number[]]));
  for (let run = -warmUp; run < runs; run += 1) {
    // In turns, since the machine's speed drifts; from either end, since who follows whom matters too.
    for (const [name, act] of run % 2 === 0 ? acts : acts.toReversed()) {
      const begin = performance.now();
      await act();
      const milliseconds = performance.now() - begin;
      if (run >= 0) times.get(name)?.push(milliseconds);
    }
  }
  return Object.fromEntries(times);
}

async function actOf(task: Task): Promise<() => Promise<unknown>> {
  if ('event' in task) {
    process.env['TABLE_NAME'] = task.table;
    // Another query is another instance of the module, which reads its own environment.
    const module = (await import(`${task.bundle}?table=${task.table}`)) as { handler: Handler };
    return async () => {
      const { statusCode, headers, body } = await module.handler(structuredClone(task.event), {
        awsRequestId: 'bench',
      } as Context);
      const rows = headers?.['x-result-count'];
      if (statusCode !== 200 || (task.rows !== undefined && rows !== String(task.rows)))
        throw new Error(`${task.name} answered ${String(statusCode)}: ${String(rows)} rows, ${body ?? ''}`);
    };
  }
  const documents = documentsOf(new DynamoDBClient({}));
  if ('get' in task) {
    const command = new GetCommand(task.get);
    return () => documents.send(command);
  }
  const command = new QueryCommand(task.query);
  return () => documents.send(command);
}
