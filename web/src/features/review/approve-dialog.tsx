import { Alert, Button, Group, List, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { ApiError, isStale } from '../../api/problem.ts';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import type { Application, Plan } from '../../entities/application/review-queries.ts';
import { useWho } from '../../entities/carrier-person/who.ts';

/** A reference and how it changes, if there is one. */
function said(term: string, id: string | undefined, what: string) {
  return id === undefined ? [] : [{ term, value: `${id} — ${what}` }];
}

/** The groups that are roles; the operator's own group is shown once for all. */
function rolesAmong(groups: readonly string[]) {
  return operatorRoles.filter((role) => groups.includes(role));
}

interface Approval {
  readonly operatorId?: string;
  readonly billingAccountId?: string;
  readonly agreementId?: string | null;
}

interface ApproveDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What the approval would do; absent if the form is incomplete. */
  readonly plan: Plan | undefined;
  /** The fixed values of an interrupted approval. */
  readonly begun: Application['approval'];
  /** Agreement number of the application. */
  readonly agreementNumber: string | undefined;
  readonly failure: Error | null;
  readonly pending: boolean;
  readonly onSubmit: (approval: Approval) => void;
}

/** Shows what an approval will create, before it does. */
export function ApproveDialog(props: ApproveDialogProps) {
  const { t } = useTranslation('review');
  const { opened, onClose, title, plan } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {plan === undefined ? (
        <Alert color="orange">{t('blocker.form')}</Alert>
      ) : (
        <ApprovalForm {...props} plan={plan} />
      )}
    </Modal>
  );
}

function ApprovalForm({
  onClose,
  title,
  plan: { operator, group, account, blocker },
  begun,
  agreementNumber,
  failure,
  pending,
  onSubmit,
}: ApproveDialogProps & { readonly plan: Plan }) {
  const { t } = useTranslation('review');
  const who = useWho();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: {
      operatorId: operator.id,
      billingAccountId: '',
      agreementId: operator.addition.agreementId ?? '',
    },
  });
  const problems = failure instanceof ApiError ? failure.problems : [];
  const errorAt = (pointer: string) => problems.find((problem) => problem.pointer === pointer)?.message;
  const optional = t(operator.existing ? 'optionalAddition' : 'optional');
  const fixed = operator.existing || begun !== undefined;
  return (
    <form
      onSubmit={form.onSubmit(({ operatorId, billingAccountId, agreementId }) => {
        const typed = (text: string) => (text.trim() === '' ? undefined : text.trim());
        onSubmit(
          begun === undefined
            ? omitUndefined({
                operatorId: operator.existing ? undefined : typed(operatorId),
                billingAccountId: typed(billingAccountId),
                // A number that was removed from the field must not be taken from the form.
                agreementId: typed(agreementId) ?? null,
              })
            : {},
        );
      })}
    >
      <Stack>
        {failure === null ? null : (
          <Alert
            color={isStale(failure) ? 'orange' : 'red'}
            role="alert"
            title={isStale(failure) ? t('staleTitle') : undefined}
          >
            {isStale(failure) ? t('stale.repeat') : failure.message}
          </Alert>
        )}
        {blocker.length === 0 ? null : (
          <Alert color="orange" role="status" title={t('cannotYet')}>
            <List size="sm">
              {blocker.map((what) => (
                <List.Item key={what}>{t(`blocker.${what}`)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Stack gap="xs">
          <Title order={3}>{t('operator.operator')}</Title>
          <DefinitionList
            entries={[
              {
                term: operator.name,
                value: t(operator.existing ? 'operatorFound' : 'operatorWillBe'),
              },
              ...(fixed ? [{ term: t('operator.id'), value: operator.id }] : []),
              { term: t('group'), value: group },
              {
                term: t('operator.accountManager'),
                value: operator.manager === undefined ? t('person.me') : who(operator.manager),
              },
              ...(begun === undefined && operator.addition.agreementId === undefined
                ? said(t('order.agreement'), agreementNumber, t('hasAlready'))
                : []),
              ...(begun === undefined
                ? []
                : [
                    ...said(t('order.billingAccount'), operator.addition.billingAccountId, t('willBeAdded')),
                    ...said(t('order.agreement'), operator.addition.agreementId, t('willBeAdded')),
                  ]),
            ]}
          />
          {fixed ? null : (
            <TextInput
              label={t('operator.id')}
              description={t('operatorIdText')}
              required
              maxLength={32}
              key={form.key('operatorId')}
              {...form.getInputProps('operatorId')}
              error={errorAt('/operatorId')}
            />
          )}
        </Stack>
        <Stack gap="xs">
          <Title order={3}>{t('accounts')}</Title>
          <DefinitionList
            entries={account.map(({ email, name, group: groups }) => ({
              key: email,
              term: name,
              value: `${email} · ${rolesAmong(groups)
                .map((role) => t(`role.${role}`))
                .join(', ')}`,
            }))}
          />
          <Text size="xs" c="dimmed">
            {t('accountsText')}
          </Text>
        </Stack>
        {begun === undefined ? (
          <Group grow align="flex-start">
            <TextInput
              label={t('order.billingAccount')}
              description={optional}
              maxLength={64}
              key={form.key('billingAccountId')}
              {...form.getInputProps('billingAccountId')}
              error={errorAt('/billingAccountId')}
            />
            <TextInput
              label={t('order.agreement')}
              description={optional}
              maxLength={64}
              key={form.key('agreementId')}
              {...form.getInputProps('agreementId')}
              error={errorAt('/agreementId')}
            />
          </Group>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={blocker.length > 0}>
            {title}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
