import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { machinesPath } from './people-queries.ts';
import { RoleChoice } from './role-choice.tsx';

/** Roles that a system may have: only people manage accounts. */
const machineRoles = ['technical', 'finance'] as const;

/** Creates an account for one of the operator's systems, and shows its password once. */
export function MachineDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['people', 'credentials']);
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly (typeof machineRoles)[number][]>(['technical']);
  const create = useMutation({
    mutationFn: async () =>
      unwrap(await api.POST(machinesPath, { body: { name: name.trim(), roles: [...roles] } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['machines'] }),
    // The password is dropped when the dialog closes.
    gcTime: 0,
  });
  const close = () => {
    onClose();
    if (!create.isSuccess) return;
    create.reset();
    setName('');
  };
  const made = create.data;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('machines.create')}
      // A click outside the dialog would lose the password.
      closeOnClickOutside={made === undefined}
      closeOnEscape={made === undefined}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {made === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate();
          }}
        >
          <Stack>
            {create.error === null ? null : (
              <Alert color="red" role="alert">
                {create.error.message}
              </Alert>
            )}
            <TextInput
              label={t('machines.system')}
              description={t('machines.systemText')}
              required
              maxLength={200}
              autoComplete="off"
              value={name}
              onChange={(event) => {
                setName(event.currentTarget.value);
              }}
              data-autofocus
            />
            <RoleChoice choices={machineRoles} value={roles} onChange={setRoles} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={create.isPending} disabled={roles.length === 0}>
                {t('machines.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert color="orange" role="status" title={t('machines.onceTitle')}>
            {t('machines.onceText')}
          </Alert>
          <Secret label={t('machines.login')} value={made.login} />
          <Secret label={t('credentials:password')} value={made.password} />
          <Group justify="flex-end">
            <Button onClick={close}>{t('machines.kept')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Secret({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation(['people', 'credentials']);
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Code fz="sm" p="xs" style={{ overflowWrap: 'anywhere', flex: 1 }}>
          {value}
        </Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              onClick={copy}
              aria-label={t('machines.copyWhat', { what: label })}
              style={{ flexShrink: 0 }}
            >
              {t(copied ? 'machines.copied' : 'machines.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}
