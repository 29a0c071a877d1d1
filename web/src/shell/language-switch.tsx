import { SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/i18n.ts';
import { currentLanguage, languages } from '../i18n/languages.ts';
import { PartFailed } from '../states/part-failed.tsx';

/** Russian or English. What the API said in the other language is asked for again. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const choice = useMutation({
    mutationFn: chooseLanguage,
    networkMode: 'always',
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('nav.language')}
        value={currentLanguage()}
        data={languages.map((language) => ({ value: language, label: language.toUpperCase() }))}
        onChange={(language) => {
          choice.mutate(language);
        }}
      />
      {choice.isError ? <PartFailed /> : null}
    </>
  );
}
