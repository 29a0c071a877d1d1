import { Notifications } from '@mantine/notifications';

/** In the corner, newest last. */
export default function NoticeList() {
  return <Notifications position="top-right" />;
}
