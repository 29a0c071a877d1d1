import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { isStale, unwrap } from '../../api/problem.ts';
import { changesOf } from '../../api/patch.ts';
import { type NoticeFields, noticeFieldsOf, noticeOf } from './notice-fields.ts';
import { NoticeForm } from './notice-form.tsx';
import {
  about,
  type ManagedNotice,
  noticePath,
  noticesPath,
  readNotice,
  showSaved,
} from '../../entities/notice/notice-queries.ts';

interface NoticeDialogProps {
  /** Absent for a new one. */
  readonly notice?: ManagedNotice;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Creates or changes a notice. */
export function NoticeDialog({ notice, opened, onClose }: NoticeDialogProps) {
  const { t } = useTranslation('notices');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(notice === undefined ? 'new' : 'change')}
      size="xl"
      // A click outside the dialog would discard what was typed.
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <DialogForm shown={notice} onClose={onClose} />
    </Modal>
  );
}

function DialogForm({ shown, onClose }: { shown: ManagedNotice | undefined; onClose: () => void }) {
  const { t } = useTranslation('notices');
  const queryClient = useQueryClient();
  // The state when the dialog was opened, which the user has edited.
  const [seen, setSeen] = useState(shown);
  // One key per notice: sent again after a lost answer, it is created once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const before = noticeFieldsOf(seen);
  const save = useMutation({
    mutationFn: (fields: NoticeFields) =>
      seen === undefined ? make(fields, key) : change(seen, before, fields),
    onSuccess: async (saved) => {
      notifications.show({
        color: 'teal',
        message: t('action.saved'),
        closeButtonProps: { 'aria-label': t('action.close') },
      });
      await showSaved(queryClient, saved);
      onClose();
    },
  });
  const reload = useMutation({
    mutationFn: readNotice,
    onSuccess: (latest) => {
      save.reset();
      setSeen(latest);
    },
  });
  const stale = seen !== undefined && isStale(save.error);
  return (
    <Stack>
      {stale ? (
        <Alert color="orange" role="alert" title={t('stale.title')}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{t('stale.text')}</Text>
            <Button
              size="xs"
              variant="default"
              loading={reload.isPending}
              onClick={() => {
                reload.mutate(seen.id);
              }}
            >
              {t('stale.reload')}
            </Button>
          </Stack>
        </Alert>
      ) : null}
      <NoticeForm
        key={seen?.version}
        before={before}
        submitLabel={t(seen === undefined ? 'publish' : 'action.save')}
        failure={stale ? null : (save.error ?? reload.error)}
        pending={save.isPending}
        onChange={() => {
          setKey(crypto.randomUUID());
          if (!stale) save.reset();
        }}
        onSubmit={save.mutate}
      >
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </NoticeForm>
    </Stack>
  );
}

/** @throws ApiError */
async function make(fields: NoticeFields, key: string): Promise<ManagedNotice> {
  return unwrap(await api.POST(noticesPath, { headers: { 'idempotency-key': key }, body: noticeOf(fields) }));
}

/** @throws ApiError */
async function change(
  seen: ManagedNotice,
  before: NoticeFields,
  fields: NoticeFields,
): Promise<ManagedNotice> {
  const { validFor, ...texts } = changesOf(noticeOf(before), noticeOf(fields));
  // A notice without a start begins now: in a patch, an omitted attribute would stay.
  const period = validFor === undefined ? {} : { validFor: { startDateTime: null, ...validFor } };
  return unwrap(await api.PATCH(noticePath, { params: about(seen), body: { ...texts, ...period } }));
}
