import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../kit/format/format.ts';
import { pricedUnitInWords } from '../../kit/format/units.ts';
import type { OrderPrice } from './order-queries.ts';

/** Totals of an order or an item: one-time, monthly, by usage. */
export function Totals({ prices }: { prices: readonly OrderPrice[] }) {
  const { t } = useTranslation();
  if (prices.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('order.noPrice')}
      </Text>
    );
  return (
    <Stack gap="xs">
      {prices.map(({ name, priceType, price, unitOfMeasure, productOfferingPrice }, index) => (
        <Group
          key={`${productOfferingPrice?.id ?? priceType} ${String(index)}`}
          justify="space-between"
          align="flex-start"
          wrap="nowrap"
        >
          <div>
            <Text size="sm">{name ?? t(`price.total.${priceType}`)}</Text>
            {name === undefined ? null : (
              <Text size="xs" c="dimmed">
                {t(`price.${priceType}`)}
                {/* Otherwise the amount is for all units. */}
                {priceType === 'usage' && unitOfMeasure !== undefined
                  ? ` · ${t('price.unit', { unit: pricedUnitInWords(unitOfMeasure) })}`
                  : ''}
              </Text>
            )}
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
    </Stack>
  );
}
