import { Checkbox, MultiSelect, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { activeQuery } from './editor-queries.ts';
import { type FieldsProps, NameFields } from './fields.tsx';
import type { Kind } from './kinds.ts';
import { amountOf } from './number-typed.ts';
import type { OfferingDraft } from './offering-model.ts';

function useChoices(kind: Kind, kept: readonly string[]) {
  const { data = [] } = useQuery(activeQuery(kind));
  const choices = data.map(({ id, name }) => ({ value: id, label: name }));
  // Entries that have been retired since stay visible, so that they can be removed.
  const gone = kept.filter((id) => id !== '' && !data.some((row) => row.id === id));
  return [...choices, ...gone.map((id) => ({ value: id, label: id }))];
}

/** Composition and delivery of an offering. Saving publishes it. */
export function OfferingFields(props: FieldsProps<OfferingDraft>) {
  const { t } = useTranslation('catalogEditor');
  const { draft, onChange, errorAt } = props;
  const specifications = useChoices('productSpecification', [draft.specificationId]);
  const categories = useChoices('category', draft.categoryIds);
  const prices = useChoices('productOfferingPrice', draft.priceIds);
  const errorOfList = (name: string, ids: readonly string[]) =>
    errorAt(`/${name}`) ??
    ids.map((_, index) => errorAt(`/${name}/${String(index)}/id`)).find((error) => error !== undefined);
  return (
    <>
      <NameFields {...props} />
      <Select
        label={t('specification')}
        description={t('specificationText')}
        required
        searchable
        data={specifications}
        value={draft.specificationId === '' ? null : draft.specificationId}
        error={errorAt('/productSpecification/id') ?? errorAt('/productSpecification')}
        onChange={(id) => {
          onChange({ specificationId: id ?? '' });
        }}
      />
      <MultiSelect
        label={t('kind.category')}
        searchable
        data={categories}
        value={[...draft.categoryIds]}
        error={errorOfList('category', draft.categoryIds)}
        onChange={(categoryIds) => {
          onChange({ categoryIds });
        }}
      />
      <MultiSelect
        label={t('kind.productOfferingPrice')}
        searchable
        data={prices}
        value={[...draft.priceIds]}
        error={errorOfList('productOfferingPrice', draft.priceIds)}
        onChange={(priceIds) => {
          onChange({ priceIds });
        }}
      />
      <NumberInput
        label={t('deliveryWorkingDays')}
        required
        min={1}
        max={250}
        allowDecimal={false}
        maw={260}
        value={draft.deliveryWorkingDays}
        error={errorAt('/deliveryWorkingDays')}
        onChange={(value) => {
          onChange({ deliveryWorkingDays: amountOf(value) });
        }}
      />
      <Checkbox
        label={t('placeRequired')}
        checked={draft.placeRequired}
        onChange={(event) => {
          onChange({ placeRequired: event.currentTarget.checked });
        }}
      />
      <Checkbox
        label={t('isSellable')}
        checked={draft.isSellable}
        onChange={(event) => {
          onChange({ isSellable: event.currentTarget.checked });
        }}
      />
    </>
  );
}
