import { Button, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categoriesQuery, offeringsQuery } from '../../../entities/offering/catalog-queries.ts';
import { ErrorState } from '../../../kit/feedback/error-state.tsx';
import type { ItemStart } from './draft.ts';
import { orderableServicesQuery } from './orderable-services-query.ts';

interface ItemPickerProps {
  /** Services that the order already has. */
  readonly taken: readonly string[];
  readonly onPick: (start: ItemStart) => void;
}

const actions = ['add', 'modify', 'delete'] as const;
type Action = (typeof actions)[number];

/** Chooses the action of an item: connect an offering, change a service or disconnect it. */
export function ItemPicker({ taken, onPick }: ItemPickerProps) {
  const { t } = useTranslation('newOrder');
  const [action, setAction] = useState<Action>('add');
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (id: string | null) => {
    setChosen(id);
  };
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('whatToDo')}
        fullWidth
        value={action}
        onChange={(value) => {
          setAction(value);
          setChosen(null);
        }}
        data={actions.map((value) => ({ value, label: t(`actions.${value}`) }))}
      />
      {action === 'add' ? (
        <OfferingSelect value={chosen} onChange={choose} />
      ) : (
        <ServiceSelect key={action} action={action} taken={taken} value={chosen} onChange={choose} />
      )}
      <Group justify="flex-end">
        <Button
          disabled={chosen === null}
          onClick={() => {
            if (chosen === null) return;
            onPick(action === 'add' ? { action, offeringId: chosen } : { action, productId: chosen });
          }}
        >
          {t('addItem')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ChoiceProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function OfferingSelect({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation('newOrder');
  const offerings = useQuery(offeringsQuery);
  const categories = useQuery(categoriesQuery);
  if (offerings.error !== null)
    return (
      <ErrorState
        error={offerings.error}
        onRetry={() => {
          void offerings.refetch();
        }}
      />
    );
  const groups = Map.groupBy(
    offerings.data ?? [],
    ({ category }) => categories.data?.find(({ id }) => id === category[0]?.id)?.name ?? '',
  );
  return (
    <Select
      label={t('offering')}
      placeholder={t('startTyping')}
      data-autofocus
      searchable
      disabled={offerings.isPending}
      data={[...groups].map(([group, rows]) => ({
        group,
        items: rows.map(({ id, name }) => ({ value: id, label: name })),
      }))}
      nothingFoundMessage={t('list.nothingTitle')}
      value={value}
      onChange={onChange}
      maxDropdownHeight={320}
    />
  );
}

function ServiceSelect({
  action,
  taken,
  value,
  onChange,
}: ChoiceProps & { action: 'modify' | 'delete'; taken: readonly string[] }) {
  const { t } = useTranslation('newOrder');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 350);
  const newest = useQuery(orderableServicesQuery(action, ''));
  // Services beyond the first page are found by the beginning of their names.
  const found = useQuery({
    ...orderableServicesQuery(action, settled),
    enabled: settled !== '' && newest.data?.isAll === false,
  });
  if (newest.error !== null)
    return (
      <ErrorState
        error={newest.error}
        onRetry={() => {
          void newest.refetch();
        }}
      />
    );
  const services = new Map(
    [...(newest.data?.rows ?? []), ...(found.data?.rows ?? [])].map((service) => [service.id, service]),
  );
  return (
    <Select
      label={t('service')}
      description={t('serviceText')}
      placeholder={t('startTyping')}
      data-autofocus
      searchable
      onSearchChange={setTyped}
      disabled={newest.isPending}
      data={[...services.values()]
        .filter(({ id }) => !taken.includes(id))
        .map(({ id, name, externalId, place, openOrderItem }) => ({
          value: id,
          label: [name, externalId, place[0]?.name].filter((part) => part !== undefined).join(' · '),
          disabled: openOrderItem !== undefined,
        }))}
      nothingFoundMessage={t('list.nothingTitle')}
      limit={100}
      value={value}
      onChange={onChange}
      maxDropdownHeight={320}
    />
  );
}
