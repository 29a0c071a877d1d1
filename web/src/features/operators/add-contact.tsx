import { Alert, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactKinds, contactOf, isContactKind, type ContactKind } from './contact-kinds.ts';
import type { AddFormProps } from './list-section.tsx';
import type { Contact } from './organization-queries.ts';

const kinds = Object.keys(contactKinds).filter(isContactKind);

/** Adds a contact to an operator. */
export function AddContact(props: AddFormProps<Contact>) {
  const { submitLabel, pending, failure, errorAt, onCancel, onSubmit } = props;
  const { t } = useTranslation('operators');
  const [kind, setKind] = useState<ContactKind>('email');
  const [value, setValue] = useState('');
  const [whose, setWhose] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(contactOf(kind, value, whose));
      }}
    >
      <Stack>
        {failure === null ? null : (
          <Alert color="red" role="alert">
            {failure.message}
          </Alert>
        )}
        <NativeSelect
          label={t('contactKindLabel')}
          data={kinds.map((name) => ({ value: name, label: t(`contactKind.${name}`) }))}
          value={kind}
          onChange={({ currentTarget }) => {
            if (isContactKind(currentTarget.value)) setKind(currentTarget.value);
          }}
        />
        <TextInput
          label={t(`contactKind.${kind}`)}
          type={kind === 'email' ? 'email' : 'text'}
          required
          maxLength={kind === 'email' ? 128 : 200}
          autoComplete="off"
          value={value}
          error={errorAt(contactKinds[kind])}
          onChange={(event) => {
            setValue(event.currentTarget.value);
          }}
          data-autofocus
        />
        <TextInput
          label={t('whose')}
          description={t('whoseText')}
          maxLength={200}
          autoComplete="off"
          value={whose}
          error={errorAt('contactType')}
          onChange={(event) => {
            setWhose(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={value.trim() === ''}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
