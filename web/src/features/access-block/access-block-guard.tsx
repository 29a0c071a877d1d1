import { useState, useSyncExternalStore } from 'react';
import { lazyPart } from '../../kit/lazy/lazy.ts';
import { Part } from '../../kit/lazy/part.tsx';
import { accessBlockBarrier } from '../../session/access-block.ts';

const AccessBlockDialog = lazyPart(
  () => import('./access-block-dialog.tsx'),
  ['accessBlock', 'rules', 'credentials'],
);

/** Over whatever page is open when the cabinet stops answering its reader: it goes on where one was afterwards. */
export function AccessBlockGuard() {
  const accessBlock = useSyncExternalStore(accessBlockBarrier.subscribe, accessBlockBarrier.reason);
  const [needed, setNeeded] = useState(false);
  if (accessBlock !== undefined && !needed) setNeeded(true);
  if (!needed) return null;
  return (
    <Part>
      <AccessBlockDialog accessBlock={accessBlock} />
    </Part>
  );
}
