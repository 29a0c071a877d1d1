import { useEffect, useState, useSyncExternalStore } from 'react';
import { lazyPart, withTexts } from '../../kit/lazy/lazy.ts';
import { Part } from '../../kit/lazy/part.tsx';
import { isSessionLost, onSessionChange } from '../../session/session-lost.ts';

const load = () => withTexts(['signIn', 'credentials'], import('./session-dialog.tsx'));
const SessionDialog = lazyPart(load);

/** Covers the open page when the session is lost: after signing in again work continues, and no input is lost. */
export function SessionGuard() {
  const lost = useSyncExternalStore(onSessionChange, isSessionLost);
  const [needed, setNeeded] = useState(lost);
  if (lost && !needed) setNeeded(true);
  useEffect(loadOnceSomethingCanBeLost, []);
  if (!needed) return null;
  return (
    <Part>
      <SessionDialog opened={lost} />
    </Part>
  );
}

/** Once a user focuses a field there is input to lose, and the dialog has to be loaded. */
function loadOnceSomethingCanBeLost(): () => void {
  const prepare = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !target.matches('input, textarea')) return;
    document.removeEventListener('focusin', prepare);
    // If this fails, it is loaded again when needed.
    load().catch(() => undefined);
  };
  document.addEventListener('focusin', prepare);
  return () => {
    document.removeEventListener('focusin', prepare);
  };
}
