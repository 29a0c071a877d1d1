import {
  Anchor,
  Badge,
  Card,
  Collapse,
  Divider,
  Group,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { offeringQuery } from '../../entities/offering/catalog-queries.ts';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { nameOfValue } from '../../entities/offering/characteristic-words.ts';
import { Milestones } from './milestones.tsx';
import type { Order, OrderItem } from '../../entities/order/order-queries.ts';
import { Totals } from '../../entities/order/totals.tsx';
import { WorkItem } from './work-item.tsx';

/** One item of an order: action, service and state. */
export function OrderItemCard({
  order,
  item,
  version,
}: {
  order: Order;
  item: OrderItem;
  version: string | undefined;
}) {
  const { t } = useTranslation('orders');
  const { data: me } = useSuspenseQuery(meQuery);
  // Labels of the characteristics; without them the codes are shown.
  const { data: offering } = useQuery(offeringQuery(item.productOffering.id));
  const [opened, { toggle }] = useDisclosure(order.productOrderItem.length === 1);
  const { product, state } = item;
  return (
    <Card withBorder component="section" p="lg">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Group gap="xs">
              <Badge variant="default" tt="none" radius="sm">
                {t(`order.action.${item.action}`)}
              </Badge>
              {state === undefined ? null : <StateBadge state={state} />}
            </Group>
            <Title order={2} mt={6}>
              {product.name}
            </Title>
            <Text size="sm" c="dimmed">
              {product.place?.map(({ name }) => name).join(' — ')}
            </Text>
          </div>
          {product.id === undefined ? null : (
            <Anchor
              component={Link}
              to={`/services/${product.id}`}
              size="sm"
              style={{ whiteSpace: 'nowrap' }}
            >
              {t('toService')}
            </Anchor>
          )}
        </Group>
        {item.milestone.length > 0 && order.productOrderItem.length > 1 ? (
          <Milestones milestones={item.milestone} />
        ) : null}
        {product.productCharacteristic === undefined ? null : (
          <div>
            <UnstyledButton onClick={toggle} aria-expanded={opened} fz="sm" c="var(--mantine-color-anchor)">
              {t(opened ? 'hideDetails' : 'showDetails')}
            </UnstyledButton>
            <Collapse expanded={opened} mt="sm">
              <DefinitionList
                entries={product.productCharacteristic.map(({ name, value }) => {
                  const use = offering?.prodSpecCharValueUse.find((candidate) => candidate.name === name);
                  return { key: name, term: use?.label ?? name, value: nameOfValue(use, value) };
                })}
              />
              <Divider my="md" />
              <Totals prices={item.itemPrice} />
            </Collapse>
          </div>
        )}
        {state === undefined || me.suspended ? null : (
          <WorkItem
            order={order}
            item={item}
            state={state}
            version={version}
            actor={me.side === 'carrier' ? 'manager' : 'operator'}
          />
        )}
      </Stack>
    </Card>
  );
}
