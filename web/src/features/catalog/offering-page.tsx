import { Anchor, Badge, Card, Grid, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { formatMoney, formatNumber } from '../../kit/format/format.ts';
import { amountInWords, unitInWords } from '../../kit/format/units.ts';
import { mayOrder } from '../../entities/me/may-order.ts';
import { ButtonLink } from '../../kit/navigation/links.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import {
  type CharacteristicUse,
  type OfferedPrice,
  offeringQuery,
} from '../../entities/offering/catalog-queries.ts';
import { nameOfValue, valueInWords } from '../../entities/offering/characteristic-words.ts';

/** One offering: description, characteristics and prices. */
export default function OfferingPage() {
  const { t } = useTranslation('catalog');
  const { id } = useParams({ from: '/cabinet/catalog/$id' });
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: offering, error, refetch } = useQuery(offeringQuery(id));
  if (error !== null && offering === undefined)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  if (offering === undefined) return <Loading />;
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Anchor component={Link} to="/catalog" size="sm">
          {t('nav.catalog')}
        </Anchor>
        <Group justify="space-between" align="flex-start">
          <Title order={1}>{offering.name}</Title>
          {offering.isSellable && mayOrder(me) ? (
            <ButtonLink
              to="/orders/new"
              search={{ offering: offering.id }}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('order')}
            </ButtonLink>
          ) : null}
        </Group>
        <Text maw={720}>{offering.description}</Text>
        <Group gap="xs">
          <Badge variant="light" color="gray" tt="none" radius="sm">
            {t('days', { count: offering.deliveryWorkingDays })}
          </Badge>
          <Badge variant="light" color="gray" tt="none" radius="sm">
            {t('version', { version: offering.version })}
          </Badge>
        </Group>
      </Stack>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Card withBorder component="section" p="lg">
            <Title order={2} mb="md">
              {t('offering.characteristics')}
            </Title>
            <Stack gap="md">
              {offering.prodSpecCharValueUse.map((use) => (
                <Characteristic key={use.name} use={use} />
              ))}
            </Stack>
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Card withBorder component="section" p="lg">
            <Title order={2} mb="md">
              {t('offering.price')}
            </Title>
            <Prices prices={offering.productOfferingPrice} uses={offering.prodSpecCharValueUse} />
          </Card>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Characteristic({ use }: { use: CharacteristicUse }) {
  const { t } = useTranslation('catalog');
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {use.label}
        </Text>
        {use.minCardinality > 0 ? (
          <Badge size="xs" variant="light" tt="none">
            {t('mandatory')}
          </Badge>
        ) : null}
      </Group>
      {use.description === undefined ? null : (
        <Text size="sm" c="dimmed">
          {use.description}
        </Text>
      )}
      <Text size="sm">{describeValues(use, t)}</Text>
    </div>
  );
}

/** One-line summary of the choices: labels of an enumeration, or the range of a number. */
function describeValues(
  { valueType, productSpecCharacteristicValue = [] }: CharacteristicUse,
  t: TFunction<'catalog'>,
): string {
  if (valueType === 'boolean') return t('yesOrNo');
  return (
    productSpecCharacteristicValue
      .map(({ value, label, valueFrom, valueTo, unitOfMeasure }) => {
        if (value !== undefined) return valueInWords(value, { label, unitOfMeasure });
        // Free text, or a pattern that is explained in the description.
        if (valueFrom === undefined && valueTo === undefined) return '';
        const range = [valueFrom, valueTo]
          .map((bound) => (bound === undefined ? '…' : formatNumber(bound)))
          .join('–');
        return unitOfMeasure === undefined ? range : `${range} ${unitInWords(unitOfMeasure, valueTo ?? 0)}`;
      })
      .filter((words) => words !== '')
      // Labels contain commas: addresses, interfaces.
      .join('; ')
  );
}

function Prices({ prices, uses }: { prices: readonly OfferedPrice[]; uses: readonly CharacteristicUse[] }) {
  const { t } = useTranslation('catalog');
  const useOf = (name: string) => uses.find((use) => use.name === name);
  const labelOf = (name: string) => useOf(name)?.label ?? name;
  return (
    <Table verticalSpacing="xs" horizontalSpacing={0}>
      <Table.Tbody>
        {prices.map(({ id, name, priceType, price, prodSpecCharValueUse = [], unitOfMeasure }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Text size="sm">{name}</Text>
              <Text size="xs" c="dimmed">
                {t(`price.${priceType}`)}
                {unitOfMeasure === undefined
                  ? ''
                  : ` · ${t('price.unit', { unit: amountInWords(unitOfMeasure.amount, unitOfMeasure.units) })}`}
              </Text>
              {prodSpecCharValueUse.map((use) => (
                <Text key={use.name} size="xs" c="dimmed">
                  {use.productSpecCharacteristicValue === undefined
                    ? t('price.multipliedBy', { name: labelOf(use.name) })
                    : t('price.where', {
                        name: labelOf(use.name),
                        values: use.productSpecCharacteristicValue
                          .map(({ value }) => nameOfValue(useOf(use.name), value))
                          .join(', '),
                      })}
                </Text>
              ))}
            </Table.Td>
            <Table.Td ta="end" style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
              <Text size="sm" fw={600}>
                {formatMoney(price.dutyFreeAmount.value)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Caption ta="start">{t('price.withoutTax')}</Table.Caption>
    </Table>
  );
}
