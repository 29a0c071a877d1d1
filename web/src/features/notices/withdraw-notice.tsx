import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { currentLanguage } from '../../i18n/languages.ts';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog.tsx';
import { about, type ManagedNotice, noticePath, showSaved } from '../../entities/notice/notice-queries.ts';

/** Withdraws a notice after a confirmation. */
export function WithdrawNotice({ notice }: { notice: ManagedNotice }) {
  const { t } = useTranslation('notices');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const title = notice.title[currentLanguage()];
  const withdraw = useMutation({
    mutationFn: async () => unwrap(await api.POST(`${noticePath}/withdrawal`, { params: about(notice) })),
    onSuccess: async (withdrawn) => {
      await showSaved(queryClient, withdrawn);
      close();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['notices'] }),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        c="red"
        onClick={() => {
          withdraw.reset();
          open();
        }}
        aria-label={t('withdrawOne', { title })}
      >
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('withdraw')}
        text={t('withdrawText', { title })}
        destructive
        failure={withdraw.error}
        pending={withdraw.isPending}
        onConfirm={withdraw.mutate}
      />
    </>
  );
}
