import { Card, Select, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDateInputProps } from '../../../kit/form/date-input-props.ts';
import { priorities } from '../priorities.ts';
import type { OrderDraft } from './draft.ts';
import { Field } from '../../../kit/form/field.tsx';
import type { OrderField } from './field-names.ts';

/** Fields of the order as a whole. A disconnection is first asked for a date and a reason. */
export function OrderDetails({
  draft,
  onChange,
}: {
  draft: OrderDraft;
  onChange: (field: OrderField, value: string) => void;
}) {
  const { t } = useTranslation('newOrder');
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
          clearButtonProps={{ 'aria-label': t('date.clear') }}
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
          label={t(disconnects ? 'disconnectionReason' : 'note')}
          description={t('noteText')}
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
        {t('details')}
      </Title>
      <Stack gap="md">
        {disconnects ? note : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {disconnects ? null : date('requestedStartDate', t('order.requestedStart'), t('startDateText'))}
          {date(
            'requestedCompletionDate',
            t(disconnects ? 'disconnectionDate' : 'order.requestedCompletion'),
            t('dateText'),
          )}
          <Field name="externalId">
            {(error) => (
              <TextInput
                label={t('order.ownReference')}
                description={t('ownReferenceText')}
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
                label={t('order.priority')}
                description={t('priorityText')}
                allowDeselect={false}
                data={priorities
                  .toReversed()
                  .map((priority) => ({ value: priority, label: t(`order.priorities.${priority}`) }))}
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
              label={t('order.contact')}
              description={t('contactText')}
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
              label={t('order.description')}
              description={t('descriptionText')}
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
