import { SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { meQuery } from '../entities/me/me.ts';
import { chooseLanguage } from '../i18n/i18n.ts';
import { currentLanguage, type Language, languages } from '../i18n/languages.ts';
import { PartFailed } from '../kit/lazy/part-failed.tsx';

/**
 * Switches between Russian and English, for a signed-in user on every device. Answers in the other language are
 * refetched.
 */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const choice = useMutation({
    mutationFn: async (language: Language) => {
      await chooseLanguage(language);
      if (queryClient.getQueryData(meQuery.queryKey) === undefined) return;
      // The pages have switched already; if saving fails, the next choice is saved.
      await api.PATCH('/cabinet/v1/me', { body: { language } }).catch(() => undefined);
    },
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
