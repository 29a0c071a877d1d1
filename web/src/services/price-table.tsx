import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../format/format.ts';
import type { Service } from './service-queries.ts';

/** Prices by kind: once, every month, by usage. Without tax, with the tax beside it. */
export function PriceTable({ prices }: { prices: Service['productPrice'] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {prices.map(({ name, priceType, price, unitOfMeasure }) => (
        <Group key={name} justify="space-between" align="flex-start" wrap="nowrap" gap="md">
          <div>
            <Text size="sm">{name}</Text>
            <Text size="xs" c="dimmed">
              {t(`price.${priceType}`)}
              {unitOfMeasure === undefined ? '' : `, ${t('price.per')} ${unitOfMeasure}`}
            </Text>
          </div>
          <div style={{ textAlign: 'end', whiteSpace: 'nowrap' }}>
            <Text size="sm" fw={600}>
              {formatMoney(price.dutyFreeAmount.value)}
            </Text>
            {price.taxIncludedAmount === undefined ? null : (
              <Text size="xs" c="dimmed">
                {t('price.withTax', {
                  amount: formatMoney(price.taxIncludedAmount.value),
                  rate: price.taxRate,
                })}
              </Text>
            )}
          </div>
        </Group>
      ))}
      <Text size="xs" c="dimmed">
        {t('price.withoutTax')}
      </Text>
    </Stack>
  );
}
