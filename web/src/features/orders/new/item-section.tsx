import { Anchor, Badge, Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '../../../kit/icons/alert-triangle.ts';
import { IconChevronDown } from '../../../kit/icons/chevron-down.ts';
import { IconChevronUp } from '../../../kit/icons/chevron-up.ts';
import { IconTrash } from '../../../kit/icons/trash.ts';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPrice } from '../../../entities/order/order-queries.ts';
import { Totals } from '../../../entities/order/totals.tsx';
import type { ItemDraft } from './draft.ts';
import { Field, useFieldProblems } from '../../../kit/form/field.tsx';
import { itemField, reliesOnField } from './field-names.ts';
import { formPlaces, saidPlaces } from './form-places.ts';
import { ItemContents } from './item-contents.tsx';
import { type References, offeringOf, serviceOf } from './references.ts';
import classes from './new-order.module.css';
import { ProblemNote } from '../../../kit/form/problem-note.tsx';

interface ItemSectionProps {
  readonly item: ItemDraft;
  readonly known: References;
  /** Position of the item in the order, counted from 1; undefined for a single item. */
  readonly position: number | undefined;
  /** The titles of the order's other items. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** Totals of the item; undefined until calculated. */
  readonly prices: readonly OrderPrice[] | undefined;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  readonly onChange: (item: ItemDraft) => void;
  readonly onRemove: () => void;
}

/** One item of the order. A single item cannot be collapsed or removed. */
export function ItemSection({
  item,
  known,
  position,
  others,
  prices,
  expanded,
  onToggle,
  onChange,
  onRemove,
}: ItemSectionProps) {
  const { t } = useTranslation('newOrder');
  const contentsId = useId();
  const titleId = useId();
  const { hasErrorWithin } = useFieldProblems();
  const isOnly = others.length === 0;
  const service = serviceOf(item, known);
  const offering = offeringOf(item, known);
  const places =
    service?.place ??
    [...saidPlaces(item, offering), ...formPlaces(item, offering)].filter(({ name }) => name !== '');
  const Chevron = expanded ? IconChevronUp : IconChevronDown;
  return (
    <Card withBorder component="section" p="lg" aria-labelledby={titleId} data-item={item.id}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes['itemTitle']}>
          <Badge variant="default" tt="none" radius="sm">
            {t(`order.action.${item.action}`)}
          </Badge>
          <Title order={2} mt={6} id={titleId} tabIndex={-1} className={classes['focusless'] ?? ''}>
            {position === undefined ? '' : `${position}. `}
            {service?.name ?? offering?.name ?? t('item')}
          </Title>
          <Text size="sm" c="dimmed">
            {[service?.externalId, ...places.map((place) => place.name)]
              .filter((part) => part !== undefined)
              .join(' — ')}
          </Text>
        </div>
        <Group gap={4}>
          {expanded || !hasErrorWithin(itemField(item.id)) ? null : (
            <Badge
              variant="light"
              color="red"
              tt="none"
              radius="sm"
              leftSection={<IconAlertTriangle size={13} aria-hidden />}
            >
              {t('hasProblems')}
            </Badge>
          )}
          {isOnly ? null : (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<Chevron size={16} aria-hidden />}
              onClick={onToggle}
              aria-expanded={expanded}
              aria-describedby={titleId}
              aria-controls={contentsId}
            >
              {t(expanded ? 'collapse' : 'expand')}
            </Button>
          )}
          {isOnly ? null : (
            <Button
              variant="subtle"
              size="compact-sm"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={onRemove}
              aria-describedby={titleId}
            >
              {t('action.remove')}
            </Button>
          )}
        </Group>
      </Group>
      <div id={contentsId} hidden={!expanded}>
        <Stack gap="lg" mt="md">
          <ProblemNote name={itemField(item.id)} />
          {service?.openOrderItem === undefined ? null : (
            <Anchor component={Link} to={`/orders/${service.openOrderItem.productOrderId}`} size="sm">
              {t('order.open')}
            </Anchor>
          )}
          <ItemContents item={item} onChange={onChange} onRemove={onRemove} />
          {isOnly ? null : (
            <Field name={reliesOnField(item.id)}>
              {(error) => (
                <Select
                  label={t('reliesOn')}
                  description={t('reliesOnText')}
                  placeholder={t('reliesOnNothing')}
                  clearable
                  data={others.map((other) => ({ value: other.id, label: other.name }))}
                  value={item.reliesOn ?? null}
                  onChange={(reliesOn) => {
                    onChange({ ...item, reliesOn: reliesOn ?? undefined });
                  }}
                  error={error}
                />
              )}
            </Field>
          )}
          {isOnly || prices === undefined ? null : <Totals prices={prices} />}
        </Stack>
      </div>
    </Card>
  );
}
