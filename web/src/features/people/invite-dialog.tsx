import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import { api } from '../../api/client.ts';
import { ApiError, unwrap } from '../../api/problem.ts';
import { peoplePath, type Role } from './people-queries.ts';
import { RoleChoice } from './role-choice.tsx';

interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

const blank: Invitation = { name: '', email: '', roles: ['technical'] };

/** Invites a colleague, who gets a temporary password by e-mail. Input is preserved while the dialog is closed. */
export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('people');
  const queryClient = useQueryClient();
  const [invitation, setInvitation] = useState(blank);
  // One key per invitation: sent again after a lost answer, it invites once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const change = (part: Partial<Invitation>) => {
    setInvitation((before) => ({ ...before, ...part }));
    setKey(crypto.randomUUID());
  };
  const invite = useMutation({
    mutationFn: async ({ name, email, roles: chosen }: Invitation) =>
      unwrap(
        await api.POST(peoplePath, {
          headers: { 'idempotency-key': key },
          body: { name: name.trim(), email: email.trim(), roles: [...chosen] },
        }),
      ),
    onSuccess: ({ email }) => {
      notifications.show({ color: 'teal', message: t('invited', { email }) });
      change(blank);
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  const problems = invite.error instanceof ApiError ? invite.error.problems : [];
  const errorAt = (pointer: string) => problems.find((problem) => problem.pointer === pointer)?.message;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('invite')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(invitation);
        }}
      >
        <Stack>
          <Text size="sm">{t('inviteText')}</Text>
          {invite.error === null ? null : (
            <Alert color="red" role="alert">
              {invite.error.message}
            </Alert>
          )}
          <TextInput
            label={t('name')}
            required
            maxLength={200}
            autoComplete="off"
            value={invitation.name}
            error={errorAt('/name')}
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
            data-autofocus
          />
          <TextInput
            label={t('email')}
            type="email"
            required
            maxLength={254}
            autoComplete="off"
            value={invitation.email}
            error={errorAt('/email')}
            onChange={(event) => {
              change({ email: event.currentTarget.value });
            }}
          />
          <RoleChoice
            choices={operatorRoles}
            value={invitation.roles}
            error={errorAt('/roles')}
            onChange={(chosen) => {
              change({ roles: chosen });
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending} disabled={invitation.roles.length === 0}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
