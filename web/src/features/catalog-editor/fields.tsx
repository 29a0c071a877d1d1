import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../kit/form/bilingual.ts';
import { BilingualField, type ErrorAt } from '../../kit/form/bilingual-field.tsx';

/** Properties of a form of the editor. */
export interface FieldsProps<Draft> {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly errorAt: ErrorAt;
  /** Whether it is still a draft. */
  readonly inDesign: boolean;
}

/** Attributes of every catalogue resource. */
export function NameFields({
  draft,
  onChange,
  errorAt,
}: Omit<FieldsProps<{ name: Bilingual; description: Bilingual }>, 'inDesign'>) {
  const { t } = useTranslation('catalogEditor');
  return (
    <>
      <BilingualField
        label={t('name')}
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
        label={t('description')}
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
