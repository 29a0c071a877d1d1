import { MantineThemeProvider, Notification } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Notifications in the corner, newest last; the close button has a name for screen readers. */
export default function NoticeList() {
  const { t } = useTranslation();
  const closeButtonProps = { 'aria-label': t('action.close') };
  const components = { Notification: Notification.extend({ defaultProps: { closeButtonProps } }) };
  return (
    <MantineThemeProvider theme={{ components }}>
      <Notifications position="top-right" />
    </MantineThemeProvider>
  );
}
