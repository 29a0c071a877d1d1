import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A page that is loading. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <Center mih={240} role="status" aria-label={t('feedback.loading')}>
      <Loader type="dots" />
    </Center>
  );
}
