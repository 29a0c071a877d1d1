import type { ReactNode } from 'react';
import { IconInbox } from '../icons/inbox.ts';
import { StateMessage } from './state-message.tsx';

/** Replaces an empty list. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return <StateMessage icon={<IconInbox />} title={title} text={text} action={action} />;
}
