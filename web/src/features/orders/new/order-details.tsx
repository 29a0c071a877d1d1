import { Card, Select, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDateInputProps } from '../../../kit/form/date-input-props.ts';
import { priorities } from '../priorities.ts';
import type { OrderDraft } from './draft.ts';
import { Field } from '../../../kit/form/field.tsx';
import type { OrderField } from './field-names.ts';

/** What is said about the order as a whole. One that only disconnects is asked for a date and a reason first. */
export function OrderDetails({
  draft,
  onChange,
}: {
  draft: OrderDraft;
  onChange: (field: OrderField, value: string) => void;
}) {
  const { t } = useTranslation();
  const titleId = useId();
  const dateInput = useDateInputProps();
  const disconnects = draft.items.every(({ action }) => action === 'delete');
  const date = (field: 'requestedStartDate' | 'requestedCompletionDate', label: string, text: string) => (
    <Field name={field}>
      {(error) => (
        <DateInput
          label={label}
          description={text}
          clearable
          clearButtonProps={{ 'aria-label': t('newOrder.clearDate') }}
          value={draft[field] === '' ? null : draft[field]}
          onChange={(value) => {
            onChange(field, value ?? '');
          }}
          error={error}
          {...dateInput}
        />
      )}
    </Field>
  );
  const note = (
    <Field name="note">
      {(error) => (
        <Textarea
          label={t(disconnects ? 'newOrder.disconnectionReason' : 'newOrder.note')}
          description={t('newOrder.noteText')}
          autosize
          minRows={3}
          maxLength={4000}
          value={draft.note}
          onChange={(event) => {
            onChange('note', event.currentTarget.value);
          }}
          error={error}
        />
      )}
    </Field>
  );
  return (
    <Card withBorder component="section" p="lg" aria-labelledby={titleId}>
      <Title order={2} mb="md" id={titleId}>
        {t('newOrder.details')}
      </Title>
      <Stack gap="md">
        {disconnects ? note : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {disconnects
            ? null
            : date('requestedStartDate', t('orders.requestedStart'), t('newOrder.startDateText'))}
          {date(
            'requestedCompletionDate',
            t(disconnects ? 'newOrder.disconnectionDate' : 'orders.requestedCompletion'),
            t('newOrder.dateText'),
          )}
          <Field name="externalId">
            {(error) => (
              <TextInput
                label={t('orders.ownReference')}
                description={t('newOrder.ownReferenceText')}
                maxLength={100}
                value={draft.externalId}
                onChange={(event) => {
                  onChange('externalId', event.currentTarget.value);
                }}
                error={error}
              />
            )}
          </Field>
          <Field name="priority">
            {(error) => (
              <Select
                label={t('orders.priority')}
                description={t('newOrder.priorityText')}
                allowDeselect={false}
                data={priorities
                  .toReversed()
                  .map((priority) => ({ value: priority, label: t(`orders.priorities.${priority}`) }))}
                value={draft.priority}
                onChange={(value) => {
                  onChange('priority', value ?? draft.priority);
                }}
                error={error}
              />
            )}
          </Field>
        </SimpleGrid>
        <Field name="notificationContact">
          {(error) => (
            <TextInput
              label={t('orders.contact')}
              description={t('newOrder.contactText')}
              maxLength={300}
              value={draft.notificationContact}
              onChange={(event) => {
                onChange('notificationContact', event.currentTarget.value);
              }}
              error={error}
            />
          )}
        </Field>
        <Field name="description">
          {(error) => (
            <TextInput
              label={t('orders.description')}
              description={t('newOrder.descriptionText')}
              maxLength={2000}
              value={draft.description}
              onChange={(event) => {
                onChange('description', event.currentTarget.value);
              }}
              error={error}
            />
          )}
        </Field>
        {disconnects ? null : note}
      </Stack>
    </Card>
  );
}
