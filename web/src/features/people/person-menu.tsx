import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '../../kit/icons/dots.ts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { meQuery } from '../../entities/me/me.ts';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog.tsx';
import { change, remove } from './person-steps.ts';
import { peoplePath, type Person } from './people-queries.ts';
import { RolesDialog } from './roles-dialog.tsx';

type Question = 'roles' | 'disable' | 'enable' | 'remove';

/**
 * Actions on a person's account. Administrators cannot disable themselves, so that they cannot lock themselves out; those
 * of a suspended operator can only remove accounts.
 */
export function PersonMenu({ person, isMe }: { person: Person; isMe: boolean }) {
  const { t } = useTranslation('people');
  const queryClient = useQueryClient();
  const {
    data: { suspended },
  } = useSuspenseQuery(meQuery);
  const [question, setQuestion] = useState<Question>();
  const [opened, setOpened] = useState(false);
  const who = person.name ?? person.email;
  const ask = (next: Question) => () => {
    setQuestion(next);
    setOpened(true);
  };
  const close = () => {
    setOpened(false);
  };
  const settled = { onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }) };
  const inviteAgain = useMutation({
    mutationFn: async () =>
      unwrap(await api.POST(`${peoplePath}/{id}/invitation`, { params: { path: { id: person.id } } })),
    onSuccess: ({ email }) => {
      notifications.show({ color: 'teal', message: t('invited', { email }) });
    },
    onError: (error) => {
      // Does not disappear: it says when to try again.
      notifications.show({ color: 'red', message: error.message, autoClose: false });
    },
    ...settled,
  });
  const step = useMutation({
    mutationFn: async (wanted: Exclude<Question, 'roles'>) =>
      wanted === 'remove' ? remove(person.id) : change(person.id, { enabled: wanted === 'enable' }),
    onSuccess: close,
    ...settled,
  });
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            style={{ justifySelf: 'start' }}
            aria-label={t('actionsOf', { who })}
            loading={inviteAgain.isPending}
          >
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {suspended ? null : <Menu.Item onClick={ask('roles')}>{t('step.roles')}</Menu.Item>}
          {person.status === 'invited' && !suspended ? (
            <Menu.Item
              onClick={() => {
                inviteAgain.mutate();
              }}
            >
              {t('step.inviteAgain')}
            </Menu.Item>
          ) : null}
          {isMe ? (
            <Menu.Label maw={260} style={{ whiteSpace: 'normal' }}>
              {t('oneself')}
            </Menu.Label>
          ) : (
            <>
              {suspended ? null : (
                <Menu.Item onClick={ask(person.status === 'disabled' ? 'enable' : 'disable')}>
                  {t(person.status === 'disabled' ? 'step.enable' : 'step.disable')}
                </Menu.Item>
              )}
              <Menu.Item color="red" onClick={ask('remove')}>
                {t('step.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {question === undefined ? null : question === 'roles' ? (
        <RolesDialog person={person} isMe={isMe} opened={opened} onClose={close} />
      ) : (
        <ConfirmDialog
          opened={opened}
          onClose={close}
          title={t(`step.${question}`)}
          text={t(`ask.${question}`, { who })}
          destructive={question !== 'enable'}
          failure={step.error}
          pending={step.isPending}
          onConfirm={() => {
            step.mutate(question);
          }}
        />
      )}
    </>
  );
}
