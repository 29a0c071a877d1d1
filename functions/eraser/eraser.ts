import type { Context } from 'aws-lambda';
import type { Log } from '../../shared/observability/log.ts';
import { eraseApplication, type Outcome } from './erase.ts';
import type { ErasureStore } from './store.ts';

/** Milliseconds that have to be left for another application to be begun. */
const enough = 3000;

interface EraserParts {
  readonly store: ErasureStore;
  readonly files: { readonly erase: (keys: readonly string[]) => Promise<void> };
  readonly clock: () => Date;
  readonly log: Log;
  /** Gives the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/**
 * Erases what is due, page by page, as far as time reaches; the next hour goes on. One application that fails does not
 * keep the others: it is tried again, and rings the alarm in the end.
 */
export function createEraser({ store, files, clock, log, addContext }: EraserParts) {
  return async (_event: unknown, context: Context): Promise<void> => {
    addContext(context);
    const now = clock();
    const outcomes: Record<Outcome | 'failed', number> = {
      draft: 0,
      decided: 0,
      unanswered: 0,
      changed: 0,
      open: 0,
      failed: 0,
    };
    const hasTime = () => context.getRemainingTimeInMillis() > enough;
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

/** Lets Lambda try again. Says how many failed, and nothing of which. */
class ErasureFailed extends Error {
  constructor(count: number) {
    super(`${count} applications were not erased`);
    this.name = 'ErasureFailed';
  }
}
