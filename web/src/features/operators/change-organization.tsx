import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf } from '../../api/patch.ts';
import { isStale } from '../../api/problem.ts';
import { detailsOf, type OperatorFields, operatorFieldsOf } from './operator-fields.ts';
import { OperatorForm } from './operator-form.tsx';
import {
  changeOrganization,
  type Organization,
  organizationQuery,
  useRefresh,
} from './organization-queries.ts';

interface Seen {
  readonly organization: Organization;
  readonly version: string | undefined;
}

/** Changes an operator's name and requisites, in a dialog. */
export function ChangeOrganization(seen: Seen) {
  const { t } = useTranslation('operators');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('changeDetails')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('changeDetails')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <ChangeForm shown={seen} onClose={close} />
      </Modal>
    </>
  );
}

function ChangeForm({ shown, onClose }: { shown: Seen; onClose: () => void }) {
  const { t } = useTranslation('operators');
  const queryClient = useQueryClient();
  // The state when the dialog was opened, which the user has edited.
  const [{ organization, version }, setSeen] = useState(shown);
  const { id } = organization;
  const refresh = useRefresh(id);
  const before = operatorFieldsOf(organization);
  const change = useMutation({
    mutationFn: async (fields: OperatorFields) => {
      const { tradingName, ...rest } = changesOf(detailsOf(before), detailsOf(fields));
      const renamed =
        tradingName === undefined ? {} : { tradingName: tradingName === '' ? null : tradingName };
      return changeOrganization(id, version, { ...rest, ...renamed });
    },
    onSuccess: async () => {
      notifications.show({
        color: 'teal',
        message: t('action.saved'),
        closeButtonProps: { 'aria-label': t('action.close') },
      });
      await refresh();
      onClose();
    },
  });
  const reload = useMutation({
    mutationFn: () => queryClient.query(organizationQuery(id)),
    onSuccess: (latest) => {
      change.reset();
      setSeen(latest);
    },
  });
  const stale = isStale(change.error);
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
                reload.mutate();
              }}
            >
              {t('stale.reload')}
            </Button>
          </Stack>
        </Alert>
      ) : null}
      <OperatorForm
        key={version}
        before={before}
        isNew={false}
        submitLabel={t('action.save')}
        failure={stale ? null : (change.error ?? reload.error)}
        pending={change.isPending}
        onChange={() => {
          if (!stale) change.reset();
        }}
        onSubmit={change.mutate}
      >
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </OperatorForm>
    </Stack>
  );
}
