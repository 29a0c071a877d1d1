import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { portfolioQuery } from './portfolio-query.ts';

/** Chooses the operator of a list from the caller's portfolio. */
export function OperatorPicker({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (operatorId: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const portfolio = useQuery(portfolioQuery);
  return (
    <Select
      label={t('operator.operator')}
      searchable
      clearable
      data={portfolio.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={value ?? null}
      onChange={(operatorId) => {
        onChange(operatorId ?? undefined);
      }}
    />
  );
}
