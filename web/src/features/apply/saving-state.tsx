import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whether the input is saved, and where. */
export function SavingState({ saving }: { saving: 'saved' | 'soon' | 'failed' }) {
  const { t } = useTranslation('apply');
  return (
    <Text size="sm" c={saving === 'failed' ? 'red' : 'dimmed'} role="status">
      {t(`saving.${saving}`)}
    </Text>
  );
}
