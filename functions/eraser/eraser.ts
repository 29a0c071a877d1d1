import type { Context } from 'aws-lambda';
import type { Log } from '../../shared/observability/log.ts';
import { eraseApplication, type Outcome } from './erase.ts';
import type { Table } from '../../shared/table/table.ts';
import { ErasureStore } from './store.ts';

/** Remaining time of the invocation below which no further application is started. */
const minRemainingMilliseconds = 3000;

interface EraserParts {
  readonly table: Table;
  readonly files: { readonly erase: (keys: readonly string[]) => Promise<void> };
  readonly clock: () => Date;
  readonly log: Log;
  /** Adds the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/**
 * Erases what is due, page by page, until time runs out; the next hourly run continues. An application that fails does not
 * stop the others: it is retried, and finally triggers the alarm.
 */
export function createEraser({ table, files, clock, log, addContext }: EraserParts) {
  return async (_event: unknown, context: Context): Promise<void> => {
    addContext(context);
    const store = new ErasureStore(table, { kind: 'system' }, context.awsRequestId);
    const now = clock();
    const outcomes: Record<Outcome | 'failed', number> = {
      draft: 0,
      decided: 0,
      unanswered: 0,
      changed: 0,
      open: 0,
      failed: 0,
    };
    const hasTime = () => context.getRemainingTimeInMillis() > minRemainingMilliseconds;
    let after: string | undefined;
    do {
      const page = await store.due(now, after);
      after = page.at(-1)?.sortKey;
      for (const { application } of page) {
        if (!hasTime()) break;
        try {
          outcomes[await eraseApplication(application, { store, files, now })] += 1;
        } catch (error) {
          outcomes.failed += 1;
          log('erasureFailed', { error: error instanceof Error ? error.name : typeof error });
        }
      }
    } while (after !== undefined && hasTime());
    log('erased', outcomes);
    if (outcomes.failed > 0) throw new ErasureFailed(outcomes.failed);
  };
}

/** Makes Lambda retry. The message has the number of failures, but not the applications. */
class ErasureFailed extends Error {
  constructor(count: number) {
    super(`${count} applications were not erased`);
    this.name = 'ErasureFailed';
  }
}
