import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { OrderDraft } from './draft.ts';
import { discardDraft, saveDraft, readDraft } from './draft-storage.ts';

/** Pause in typing after which a draft is saved, in milliseconds. */
const pause = 400;

/**
 * A draft that survives a reload.
 *
 * @param key of the browser's storage
 * @param begin makes a new draft if none was saved; an unchanged one is not saved
 */
export function useSavedDraft(key: string, begin: () => OrderDraft) {
  const [saved] = useState(() => readDraft(localStorage, key));
  const [initial] = useState(() => saved?.draft ?? begin());
  const [draft, change] = useState(initial);
  const saveNow = (latest: OrderDraft) => {
    saveDraft(localStorage, key, latest, new Date());
  };
  const saveSoon = useDebouncedCallback(saveNow, { delay: pause, flushOnUnmount: true });
  useEffect(() => {
    if (draft !== initial) saveSoon(draft);
  }, [draft, initial, saveSoon]);
  useWindowEvent('pagehide', () => {
    saveSoon.flush();
  });
  return {
    draft,
    change,
    /** When the restored draft was saved. */
    restoredFrom: saved?.savedAt,
    saveNow,
    discard: () => {
      saveSoon.cancel();
      discardDraft(localStorage, key);
    },
  };
}
