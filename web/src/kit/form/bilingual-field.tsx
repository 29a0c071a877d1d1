import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../i18n/languages.ts';
import type { Bilingual } from './bilingual.ts';

/** Problem of the API: a JSON Pointer into the request, and the language of the request. */
export type ErrorAt = (pointer: string, language?: Language) => string | undefined;

/** A text in both languages, side by side. */
export function BilingualField({
  label,
  value,
  onChange,
  errorAt,
  pointer,
  required = false,
  lines = 1,
  maxLength,
}: {
  label: string;
  value: Bilingual;
  onChange: (value: Bilingual) => void;
  errorAt: ErrorAt;
  pointer: string;
  /** In both languages, or in Russian alone, which the catalogue then shows in both. */
  required?: boolean | 'both';
  lines?: number;
  maxLength: number;
}) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {languages.map((language) => {
        const common = {
          label: `${label} (${t(`form.language.${language}`)})`,
          lang: language,
          required: required === 'both' || (required && language === 'ru'),
          maxLength,
          value: value[language],
          error: errorAt(pointer, language),
          placeholder: language === 'en' && required !== 'both' ? value.ru : '',
          onChange: (event: { currentTarget: { value: string } }) => {
            onChange({ ...value, [language]: event.currentTarget.value });
          },
        };
        return lines === 1 ? (
          <TextInput key={language} {...common} />
        ) : (
          <Textarea key={language} {...common} autosize minRows={lines} maxRows={12} />
        );
      })}
    </SimpleGrid>
  );
}
