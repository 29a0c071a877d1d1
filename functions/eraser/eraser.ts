import type { Context } from 'aws-lambda';
import type { Log } from '../../shared/observability/log.ts';
import { type BucketFiles, eraseApplication, eraseRemovedObject, type Outcome } from './erase.ts';
import type { Table } from '../../shared/table/table.ts';
import { type Due, ErasureStore } from './store.ts';

/** Remaining time of the invocation below which no further application is started. */
const minRemainingMilliseconds = 3000;

interface EraserParts {
  readonly table: Table;
  readonly files: BucketFiles;
  readonly clock: () => Date;
  readonly log: Log;
  /** Adds the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/**
 * Erases what is due until time runs out, applications first and then removed files; the next hourly run continues. What
 * fails does not stop the others: it is retried, and finally triggers the alarm.
 */
export function createEraser({ table, files, clock, log, addContext }: EraserParts) {
  return async (_event: unknown, context: Context): Promise<void> => {
    addContext(context);
    const store = new ErasureStore(table, { kind: 'system' }, context.awsRequestId);
    const now = clock();
    let failed = 0;
    const outcomes: Record<Outcome, number> = {
      draft: 0,
      decided: 0,
      unanswered: 0,
      changed: 0,
      open: 0,
    };
    const hasTime = () => context.getRemainingTimeInMillis() > minRemainingMilliseconds;
    const parts = { store, files, now };
    /** Erases page by page what `due` finds, as long as there is time. */
    const eraseAll = async <Found>(
      due: (after: string | undefined) => Promise<readonly Due<Found>[]>,
      erase: (found: Found) => Promise<void>,
    ) => {
      let after: string | undefined;
      do {
        const page = await due(after);
        after = page.at(-1)?.sortKey;
        for (const { found } of page) {
          if (!hasTime()) return;
          try {
            await erase(found);
          } catch (error) {
            failed += 1;
            log('erasureFailed', { error: error instanceof Error ? error.name : typeof error });
          }
        }
      } while (after !== undefined && hasTime());
    };
    await eraseAll(
      (after) => store.due(now, after),
      async (application) => {
        outcomes[await eraseApplication(application, parts)] += 1;
      },
    );
    log('erased', { ...outcomes, failed });
    await eraseAll(
      (after) => store.dueObjects(now, after),
      (removed) => eraseRemovedObject(removed, parts),
    );
    if (failed > 0) throw new ErasureFailed(failed);
  };
}

/** Makes Lambda retry. The message has the number of failures, but not what failed. */
class ErasureFailed extends Error {
  constructor(count: number) {
    super(`${count} erasures failed`);
    this.name = 'ErasureFailed';
  }
}
