import { ActionIcon, Button, Card, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useMutation } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, isStale } from '../../api/problem.ts';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog.tsx';
import { useRefresh } from './organization-queries.ts';

/** Properties of a form that adds an entry. */
export interface AddFormProps<Entry> {
  readonly submitLabel: string;
  readonly pending: boolean;
  readonly failure: Error | null;
  /** Problems of the new entry, by attribute. */
  readonly errorAt: (attribute: string) => string | undefined;
  readonly onCancel: () => void;
  readonly onSubmit: (entry: Entry) => void;
}

interface ListSectionProps<Entry> {
  readonly operatorId: string;
  readonly title: string;
  readonly empty: string;
  readonly addLabel: string;
  readonly removeLabel: string;
  readonly entries: readonly Entry[];
  readonly describe: (entry: Entry) => { readonly name: string; readonly text?: string | undefined };
  /** Writes the whole list. @throws ApiError */
  readonly write: (entries: Entry[]) => Promise<unknown>;
  readonly AddForm: ComponentType<AddFormProps<Entry>>;
}

/** A list of an operator's entries, with buttons to add and remove. */
export function ListSection<Entry>(props: ListSectionProps<Entry>) {
  const { operatorId, title, empty, addLabel, removeLabel, entries, describe, write, AddForm } = props;
  const { t } = useTranslation('operators');
  const refresh = useRefresh(operatorId);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Entry>();
  const close = () => {
    setAdding(false);
    setRemoved(undefined);
  };
  const change = useMutation({
    mutationFn: write,
    onSuccess: close,
    // After a concurrent change, the step is repeated on the current list.
    onSettled: refresh,
  });
  const { error } = change;
  const failure = isStale(error) ? new Error(t('stale.repeat')) : error;
  const problems = error instanceof ApiError ? error.problems : [];
  return (
    <Card withBorder component="section" p="lg" aria-label={title}>
      <Group justify="space-between" mb="md">
        <Title order={2}>{title}</Title>
        <Button
          variant="default"
          onClick={() => {
            change.reset();
            setAdding(true);
          }}
        >
          {addLabel}
        </Button>
      </Group>
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      ) : (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {entries.map((entry, index) => {
            const { name, text } = describe(entry);
            return (
              <Group component="li" key={`${String(index)} ${name}`} justify="space-between" wrap="nowrap">
                <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Text size="sm">{name}</Text>
                  {text === undefined ? null : (
                    <Text size="xs" c="dimmed">
                      {text}
                    </Text>
                  )}
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('remove', { name })}
                  onClick={() => {
                    change.reset();
                    setRemoved(entry);
                  }}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            );
          })}
        </Stack>
      )}
      <Modal
        opened={adding}
        onClose={close}
        title={addLabel}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <AddForm
          submitLabel={t('add')}
          pending={change.isPending}
          failure={failure}
          errorAt={(attribute) => problems.find(({ pointer }) => pointer.endsWith(`/${attribute}`))?.message}
          onCancel={close}
          onSubmit={(entry) => {
            change.mutate([...entries, entry]);
          }}
        />
      </Modal>
      <ConfirmDialog
        opened={removed !== undefined}
        onClose={close}
        title={removeLabel}
        text={removed === undefined ? '' : describe(removed).name}
        destructive
        failure={failure}
        pending={change.isPending}
        onConfirm={() => {
          const gone = JSON.stringify(removed);
          change.mutate(entries.filter((entry) => JSON.stringify(entry) !== gone));
        }}
      />
    </Card>
  );
}
