import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useTranslation } from 'react-i18next';
import { type FieldsProps, NameFields } from './fields.tsx';
import { amountOf } from './number-typed.ts';
import { type PriceDraft, priceTypes } from './price-model.ts';
import { valueTyped } from './value-typed.ts';

/** Fields of a price: type, amount, unit, multiplier and conditions. */
export function PriceFields(props: FieldsProps<PriceDraft>) {
  const { t } = useTranslation('catalogEditor');
  const { draft, onChange, errorAt } = props;
  const change = (index: number, part: Partial<PriceDraft['conditions'][number]>) => {
    onChange({
      conditions: draft.conditions.map((condition, at) =>
        at === index ? { ...condition, ...part } : condition,
      ),
    });
  };
  return (
    <>
      <NameFields {...props} />
      <Group align="flex-start">
        <Select
          label={t('priceType')}
          allowDeselect={false}
          data={priceTypes.map((type) => ({ value: type, label: t(`price.${type}`) }))}
          value={draft.priceType}
          error={errorAt('/priceType')}
          onChange={(value) => {
            onChange({ priceType: priceTypes.find((type) => type === value) ?? draft.priceType });
          }}
        />
        <NumberInput
          label={t('amount')}
          required
          min={0}
          decimalScale={6}
          thousandSeparator=" "
          decimalSeparator=","
          value={draft.amount}
          error={errorAt('/price/value')}
          onChange={(value) => {
            onChange({ amount: amountOf(value) });
          }}
        />
        <NumberInput
          label={t('unitAmount')}
          min={0}
          value={draft.unitAmount}
          error={errorAt('/unitOfMeasure/amount')}
          onChange={(value) => {
            onChange({ unitAmount: amountOf(value) });
          }}
        />
        <TextInput
          label={t('unit')}
          maxLength={20}
          value={draft.unit}
          error={errorAt('/unitOfMeasure/units') ?? errorAt('/unitOfMeasure')}
          onChange={(event) => {
            onChange({ unit: event.currentTarget.value });
          }}
        />
      </Group>
      <TextInput
        label={t('multipliedBy')}
        description={t('multipliedByText')}
        maw={440}
        maxLength={50}
        value={draft.multipliedBy}
        error={errorAt(`/prodSpecCharValueUse/${String(draft.conditions.length)}/name`)}
        onChange={(event) => {
          onChange({ multipliedBy: event.currentTarget.value });
        }}
      />
      <Stack gap="xs">
        <Text size="sm" fw={500}>
          {t('conditions')}
        </Text>
        {draft.conditions.map(({ name, value }, index) => (
          <Group key={index} align="flex-end">
            <TextInput
              label={t('characteristicCode')}
              required
              value={name}
              error={errorAt(`/prodSpecCharValueUse/${String(index)}/name`)}
              onChange={(event) => {
                change(index, { name: event.currentTarget.value });
              }}
            />
            <TextInput
              label={t('value')}
              required
              value={String(value)}
              error={errorAt(`/prodSpecCharValueUse/${String(index)}/productSpecCharacteristicValue/0/value`)}
              onChange={(event) => {
                change(index, { value: valueTyped(event.currentTarget.value) });
              }}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('removeCondition', { name })}
              onClick={() => {
                onChange({ conditions: draft.conditions.filter((_, at) => at !== index) });
              }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              onChange({ conditions: [...draft.conditions, { name: '', value: '' }] });
            }}
          >
            {t('addCondition')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}
