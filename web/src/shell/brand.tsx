import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/languages.ts';
import { useWebConfig } from './web-config.ts';

/** The carrier's logo and name. */
export function Brand() {
  const { t } = useTranslation();
  const { brand } = useWebConfig();
  return (
    <Group gap="sm" wrap="nowrap">
      <img src={brand.logo} alt="" width={32} height={32} />
      <div>
        <Text fw={650} lh={1.2}>
          {brand.name[currentLanguage()]}
        </Text>
        <Text size="xs" c="dimmed" lh={1.2} visibleFrom="xs">
          {t('app.title')}
        </Text>
      </div>
    </Group>
  );
}
