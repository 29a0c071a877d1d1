import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { OrderDraft } from './draft.ts';
import { discardDraft, keepDraft, readDraft } from './draft-shelf.ts';

/** How long nothing has to be typed before a draft is kept, in milliseconds. */
const pause = 400;

/**
 * A draft that survives a reload.
 *
 * @param key where it is kept
 * @param begin makes the draft where none was kept; one that nobody changed is not kept
 */
export function useKeptDraft(key: string, begin: () => OrderDraft) {
  const [kept] = useState(() => readDraft(localStorage, key));
  const [initial] = useState(() => kept?.draft ?? begin());
  const [draft, change] = useState(initial);
  const keepNow = (latest: OrderDraft) => {
    keepDraft(localStorage, key, latest, new Date());
  };
  const keepSoon = useDebouncedCallback(keepNow, { delay: pause, flushOnUnmount: true });
  useEffect(() => {
    if (draft !== initial) keepSoon(draft);
  }, [draft, initial, keepSoon]);
  useWindowEvent('pagehide', () => {
    keepSoon.flush();
  });
  return {
    draft,
    change,
    /** When the draft was kept that was found here. */
    restoredFrom: kept?.savedAt,
    keepNow,
    discard: () => {
      keepSoon.cancel();
      discardDraft(localStorage, key);
    },
  };
}
