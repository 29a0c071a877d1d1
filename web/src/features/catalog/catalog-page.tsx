import { Badge, Card, Group, SimpleGrid, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../kit/format/format.ts';
import { Loading } from '../../kit/feedback/loading.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { categoriesQuery, type Offering, offeringsQuery } from '../../entities/offering/catalog-queries.ts';
import { leastMonthlyPrice } from './least-price.ts';
import classes from './catalog-page.module.css';

/** What can be ordered, by kind. */
export default function CatalogPage() {
  const { t } = useTranslation('catalog');
  const { categoryId } = useSearch({ from: '/cabinet/catalog' });
  const navigate = useNavigate({ from: '/catalog' });
  const categories = useQuery(categoriesQuery);
  const offerings = useQuery(offeringsQuery);
  const failed = categories.error ?? offerings.error;
  if (failed !== null)
    return (
      <ErrorState
        error={failed}
        onRetry={() => {
          void categories.refetch();
          void offerings.refetch();
        }}
      />
    );
  if (categories.data === undefined || offerings.data === undefined) return <Loading />;

  const all = offerings.data;
  const belongsTo = (offering: Offering, category: string) =>
    offering.category.some(({ id }) => id === category);
  const filled = categories.data.filter(({ id }) => all.some((offering) => belongsTo(offering, id)));
  const shown = categoryId === undefined ? all : all.filter((offering) => belongsTo(offering, categoryId));
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={1}>{t('nav.catalog')}</Title>
        <Text c="dimmed">{t('text')}</Text>
      </Stack>
      <Tabs
        value={categoryId ?? 'all'}
        onChange={(value) => {
          void navigate({
            search: { categoryId: value === 'all' || value === null ? undefined : value },
            replace: true,
          });
        }}
      >
        <Tabs.List className={classes['tabs'] ?? ''}>
          <Tabs.Tab value="all">{t('all')}</Tabs.Tab>
          {filled.map(({ id, name }) => (
            <Tabs.Tab key={id} value={id}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={categoryId ?? 'all'} pt="lg">
          {shown.length === 0 ? (
            <EmptyState title={t('list.nothingTitle')} text={t('emptyText')} />
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {shown.map((offering) => (
                <OfferingCard key={offering.id} offering={offering} />
              ))}
            </SimpleGrid>
          )}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function OfferingCard({ offering }: { offering: Offering }) {
  const { t } = useTranslation('catalog');
  return (
    <Card withBorder p="lg" className={classes['card'] ?? ''}>
      <Stack gap="sm" h="100%">
        <Text component={Link} to={`/catalog/${offering.id}`} fw={600} c="inherit" td="none">
          {offering.name}
        </Text>
        <Text size="sm" c="dimmed" lineClamp={3} flex={1}>
          {offering.description}
        </Text>
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            {priceInWords(offering, t)}
          </Text>
          <Badge variant="light" color="gray" tt="none" radius="sm">
            {t('days', { count: offering.deliveryWorkingDays })}
          </Badge>
        </Group>
      </Stack>
    </Card>
  );
}

/** The lowest price: per month, otherwise per unit of usage. */
function priceInWords(offering: Offering, t: TFunction<'catalog'>): string {
  const monthly = leastMonthlyPrice(offering);
  if (monthly !== undefined) return t('fromMonthly', { amount: formatMoney(monthly) });
  const usage = offering.productOfferingPrice.filter(({ priceType }) => priceType === 'usage');
  if (usage.length === 0) return '';
  const least = Math.min(...usage.map(({ price }) => price.dutyFreeAmount.value));
  return t('fromUsage', { amount: formatMoney(least) });
}
