import { SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/i18n.ts';
import { currentLanguage, languages } from '../i18n/languages.ts';

/** Russian or English. What the API said in the other language is asked for again. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('nav.language')}
      value={currentLanguage()}
      data={languages.map((language) => ({ value: language, label: language.toUpperCase() }))}
      onChange={(language) => {
        void chooseLanguage(language).then(() => queryClient.invalidateQueries());
      }}
    />
  );
}
