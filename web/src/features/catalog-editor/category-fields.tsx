import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CategoryDraft } from './category-model.ts';
import { activeQuery } from './editor-queries.ts';
import { type FieldsProps, NameFields } from './fields.tsx';

/** A category's texts and its place in the tree, which only a draft can change (docs/adr/0032). */
export function CategoryFields(props: FieldsProps<CategoryDraft>) {
  const { t } = useTranslation('catalogEditor');
  const { draft, onChange, errorAt, inDesign } = props;
  const categories = useQuery(activeQuery('category'));
  return (
    <>
      <NameFields {...props} />
      <Select
        label={t('parent')}
        description={t(inDesign ? 'parentText' : 'parentFixed')}
        searchable
        clearable
        maw={440}
        disabled={!inDesign}
        data={categories.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={draft.parentId}
        error={errorAt('/parentId')}
        onChange={(parentId) => {
          onChange({ parentId });
        }}
      />
    </>
  );
}
