import { useNotifications } from '@mantine/notifications';
import { useState } from 'react';
import { lazyPart } from '../kit/lazy/lazy.ts';
import { Part } from '../kit/lazy/part.tsx';

const NoticeList = lazyPart(() => import('./notice-list.tsx'));

/** What was just done, over any page. What shows it is only loaded once there is something to say. */
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
