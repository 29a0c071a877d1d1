import { updatePassword } from '@aws-amplify/auth';
import { Alert, Button, Card, Group, PasswordInput, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../entities/credentials/sign-in-steps.ts';

/** Changes the password of the signed-in user. */
export function PasswordSection() {
  const { t } = useTranslation(['account', 'credentials']);
  const form = useForm({ mode: 'uncontrolled', initialValues: { oldPassword: '', newPassword: '' } });
  const change = useMutation({ mutationFn: updatePassword, onSuccess: form.reset });
  return (
    <Card withBorder component="section" p="lg">
      <form
        onSubmit={form.onSubmit((values) => {
          change.mutate(values);
        })}
      >
        <Stack gap="md">
          <Title order={2}>{t('passwordTitle')}</Title>
          {change.isSuccess ? (
            <Alert color="teal" role="status">
              {t('passwordChanged')}
            </Alert>
          ) : null}
          {change.isError ? (
            <Alert color="red" role="alert">
              {t(`credentials:failures.${failureOf(change.error)}`)}
            </Alert>
          ) : null}
          <PasswordInput
            label={t('oldPassword')}
            autoComplete="current-password"
            required
            key={form.key('oldPassword')}
            visibilityToggleButtonProps={{ 'aria-label': t('credentials:showPassword') }}
            {...form.getInputProps('oldPassword')}
          />
          <PasswordInput
            label={t('credentials:newPassword')}
            description={t('credentials:passwordRules')}
            autoComplete="new-password"
            minLength={12}
            required
            key={form.key('newPassword')}
            visibilityToggleButtonProps={{ 'aria-label': t('credentials:showPassword') }}
            {...form.getInputProps('newPassword')}
          />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {t('changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
