import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../i18n/languages.ts';
import type { Bilingual } from '../../kit/form/bilingual.ts';

/** What a form of the editor gets. */
export interface FieldsProps<Draft> {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  /** What the catalogue refused there: a JSON Pointer into what was sent, and the language that it was sent in. */
  readonly errorAt: (pointer: string, language?: Language) => string | undefined;
  /** Whether it is a draft still. */
  readonly inDesign: boolean;
}

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
  errorAt: FieldsProps<unknown>['errorAt'];
  pointer: string;
  /** In both languages, or in Russian alone: without English, the catalogue shows that in both. */
  required?: boolean | 'both';
  lines?: number;
  maxLength: number;
}) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {languages.map((language) => {
        const common = {
          label: `${label} (${t(`editor.language.${language}`)})`,
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

/** What every resource of the catalogue has. */
export function NameFields({
  draft,
  onChange,
  errorAt,
}: Omit<FieldsProps<{ name: Bilingual; description: Bilingual }>, 'inDesign'>) {
  const { t } = useTranslation();
  return (
    <>
      <BilingualField
        label={t('editor.name')}
        value={draft.name}
        onChange={(name) => {
          onChange({ name });
        }}
        errorAt={errorAt}
        pointer="/name"
        required
        maxLength={200}
      />
      <BilingualField
        label={t('editor.description')}
        value={draft.description}
        onChange={(description) => {
          onChange({ description });
        }}
        errorAt={errorAt}
        pointer="/description"
        lines={3}
        maxLength={4000}
      />
    </>
  );
}
