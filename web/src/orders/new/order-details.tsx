import { Card, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDateInputProps } from '../../format/date-input-props.ts';
import type { OrderDraft } from './draft.ts';
import { Field } from './field.tsx';
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
  const date = (
    <Field name="requestedCompletionDate">
      {(error) => (
        <DateInput
          label={t(disconnects ? 'newOrder.disconnectionDate' : 'orders.requestedCompletion')}
          description={t('newOrder.dateText')}
          clearable
          clearButtonProps={{ 'aria-label': t('newOrder.clearDate') }}
          value={draft.requestedCompletionDate === '' ? null : draft.requestedCompletionDate}
          onChange={(value) => {
            onChange('requestedCompletionDate', value ?? '');
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
          {date}
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
