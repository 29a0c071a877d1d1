import { useState, useSyncExternalStore } from 'react';
import { lazyPart } from '../app/lazy.ts';
import { Part } from '../states/part.tsx';
import { hindranceBarrier } from './hindrance.ts';

const HindranceDialog = lazyPart(() => import('./hindrance-dialog.tsx'));

/** Over whatever page is open when the cabinet stops answering its reader: it goes on where one was afterwards. */
export function HindranceGuard() {
  const hindrance = useSyncExternalStore(hindranceBarrier.subscribe, hindranceBarrier.reason);
  const [needed, setNeeded] = useState(false);
  if (hindrance !== undefined && !needed) setNeeded(true);
  if (!needed) return null;
  return (
    <Part>
      <HindranceDialog hindrance={hindrance} />
    </Part>
  );
}
