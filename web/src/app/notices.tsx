import { useNotifications } from '@mantine/notifications';
import { useState } from 'react';
import { lazyPart } from '../kit/lazy/lazy.ts';
import { Part } from '../kit/lazy/part.tsx';

const NoticeList = lazyPart(() => import('./notice-list.tsx'));

/** Notifications over any page. The component is loaded with the first one. */
export function Notices() {
  const { notifications } = useNotifications();
  const [needed, setNeeded] = useState(false);
  if (notifications.length > 0 && !needed) setNeeded(true);
  if (!needed) return null;
  return (
    <Part>
      <NoticeList />
    </Part>
  );
}
