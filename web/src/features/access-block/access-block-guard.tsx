import { useState, useSyncExternalStore } from 'react';
import { lazyPart } from '../../kit/lazy/lazy.ts';
import { Part } from '../../kit/lazy/part.tsx';
import { accessBlockBarrier } from '../../session/access-block.ts';

const AccessBlockDialog = lazyPart(
  () => import('./access-block-dialog.tsx'),
  ['accessBlock', 'rules', 'credentials'],
);

/** Shows the access block over the open page, which continues once it is resolved. */
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
