import { Alert, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { formatDateTime } from '../../kit/format/format.ts';
import { type Order, orderNotesQuery } from '../../entities/order/order-queries.ts';

/** Notes of both sides on an order, newest first, and a form for a new one. */
export function OrderNotes({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const queryClient = useQueryClient();
  const notes = useInfiniteQuery(orderNotesQuery(order.id));
  const [text, setText] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const add = useMutation({
    mutationFn: async () =>
      unwrap(
        await api.POST('/cabinet/v1/productOrder/{id}/note', {
          params: { path: { id: order.id } },
          headers: { 'idempotency-key': key },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: async () => {
      setText('');
      setKey(crypto.randomUUID());
      await queryClient.invalidateQueries({ queryKey: ['order', order.id] });
    },
  });
  // Until they are loaded, the latest notes that the order itself has.
  const shown = notes.data?.pages.flatMap(({ rows }) => rows) ?? order.note;
  return (
    <Stack gap="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="xs">
          {add.error === null ? null : (
            <Alert color="red" role="alert">
              {add.error.message}
            </Alert>
          )}
          <Textarea
            aria-label={t('newNote')}
            placeholder={t('newNote')}
            autosize
            minRows={2}
            maxLength={4000}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button
              type="submit"
              size="xs"
              variant="default"
              loading={add.isPending}
              disabled={text.trim() === ''}
            >
              {t('addNote')}
            </Button>
          </Group>
        </Stack>
      </form>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noNotes')}
        </Text>
      ) : null}
      {shown.map((note) => (
        <Paper key={note.id} withBorder p="sm">
          <Text size="xs" c="dimmed">
            {note.author} · {formatDateTime(note.date)}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {note.text}
          </Text>
        </Paper>
      ))}
      {notes.hasNextPage ? (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            void notes.fetchNextPage();
          }}
        >
          {t('list.more')}
        </Button>
      ) : null}
    </Stack>
  );
}
