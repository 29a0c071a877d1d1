import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddFormProps } from './list-section.tsx';

interface Reference {
  readonly id: string;
  readonly name: string;
}

/** Adds a billing account or an agreement by its number and an optional name. */
export function AddReference(props: AddFormProps<Reference>) {
  const { submitLabel, pending, failure, errorAt, onCancel, onSubmit } = props;
  const { t } = useTranslation('operators');
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ id: id.trim(), name: name.trim() === '' ? id.trim() : name.trim() });
      }}
    >
      <Stack>
        {failure === null ? null : (
          <Alert color="red" role="alert">
            {failure.message}
          </Alert>
        )}
        <TextInput
          label={t('number')}
          required
          maxLength={100}
          autoComplete="off"
          value={id}
          error={errorAt('id')}
          onChange={(event) => {
            setId(event.currentTarget.value);
          }}
          data-autofocus
        />
        <TextInput
          label={t('called')}
          description={t('calledText')}
          maxLength={200}
          autoComplete="off"
          value={name}
          error={errorAt('name')}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={id.trim() === ''}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
