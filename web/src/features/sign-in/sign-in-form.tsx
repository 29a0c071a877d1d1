import {
  Alert,
  Anchor,
  Box,
  Button,
  Code,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../kit/lazy/lazy.ts';
import { Part } from '../../kit/lazy/part.tsx';
import {
  answerChallenge,
  beginSignIn,
  confirmReset,
  failureOf,
  requestReset,
  type SignInFailure,
  type SignInStep,
} from '../../entities/credentials/sign-in-steps.ts';

const QrCode = lazyPart(() => import('../../entities/credentials/qr-code.tsx'));
const OneTimeCode = lazyPart(() => import('../../entities/credentials/one-time-code.tsx'));

/** The sign-in: password, first password, one-time code, forgotten password. */
export function SignInForm({ onDone, login: knownLogin = '' }: { onDone: () => void; login?: string }) {
  const { t } = useTranslation(['signIn', 'credentials']);
  const [step, setStep] = useState<SignInStep>({ kind: 'password' });
  const [login, setLogin] = useState(knownLogin);
  const [failure, setFailure] = useState<SignInFailure>();
  const [notice, setNotice] = useState(false);
  const [busy, setBusy] = useState(false);

  /** Runs one step and shows its error, or continues with the next step. */
  const proceed = async (run: () => Promise<SignInStep>) => {
    setBusy(true);
    setFailure(undefined);
    setNotice(false);
    try {
      const next = await run();
      setStep(next);
      if (next.kind === 'done') onDone();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const trouble =
    failure === undefined ? null : (
      <Alert color="red" role="alert">
        {t(`credentials:failures.${failure}`)}
      </Alert>
    );
  const backToPassword = (
    <Anchor
      component="button"
      type="button"
      size="sm"
      onClick={() => {
        setStep({ kind: 'password' });
        setFailure(undefined);
      }}
    >
      {t('back')}
    </Anchor>
  );

  switch (step.kind) {
    case 'password':
    case 'done':
      return (
        <Form onSubmit={(fields) => proceed(() => beginSignIn(login.trim(), fields('password')))}>
          {trouble}
          {notice ? (
            <Alert color="teal" role="status">
              {t('passwordChanged')}
            </Alert>
          ) : null}
          <TextInput
            label={t('login')}
            type="email"
            name="login"
            autoComplete="username"
            required
            value={login}
            onChange={(event) => {
              setLogin(event.currentTarget.value);
            }}
          />
          <PasswordInput
            label={t('credentials:password')}
            name="password"
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('credentials:showPassword') }}
          />
          <Button type="submit" loading={busy || step.kind === 'done'}>
            {t('submit')}
          </Button>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              setStep({ kind: 'forgot' });
              setFailure(undefined);
            }}
          >
            {t('forgot')}
          </Anchor>
        </Form>
      );
    case 'newPassword':
      return (
        <Form onSubmit={(fields) => proceed(() => answerChallenge(fields('newPassword'), login))}>
          <Heading title={t('newPasswordTitle')} text={t('newPasswordText')} />
          {trouble}
          <NewPassword />
          <Button type="submit" loading={busy}>
            {t('setPassword')}
          </Button>
        </Form>
      );
    case 'totp':
      return (
        <Form onSubmit={(fields) => proceed(() => answerChallenge(fields('code'), login))}>
          <Heading title={t('totpTitle')} text={t('totpText')} />
          {trouble}
          <CodeField />
          <Button type="submit" loading={busy}>
            {t('credentials:confirm')}
          </Button>
          {backToPassword}
        </Form>
      );
    case 'totpSetUp':
      return (
        <Form onSubmit={(fields) => proceed(() => answerChallenge(fields('code'), login))}>
          <Heading title={t('totpSetUpTitle')} text={t('credentials:totpSetUpText')} />
          <Part fallback={<Box h={208} />}>
            <QrCode value={step.uri} />
          </Part>
          <Text size="sm">
            {t('credentials:totpSecret')} <Code>{step.secret}</Code>
          </Text>
          {trouble}
          <CodeField />
          <Button type="submit" loading={busy}>
            {t('credentials:confirm')}
          </Button>
        </Form>
      );
    case 'forgot':
      return (
        <Form onSubmit={() => proceed(() => requestReset(login.trim()))}>
          <Heading title={t('forgotTitle')} text={t('forgotText')} />
          {trouble}
          <TextInput
            label={t('login')}
            type="email"
            autoComplete="username"
            required
            value={login}
            onChange={(event) => {
              setLogin(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={busy}>
            {t('sendCode')}
          </Button>
          {backToPassword}
        </Form>
      );
    case 'resetCode':
      return (
        <Form
          onSubmit={(fields) =>
            proceed(async () => {
              await confirmReset(step.login.trim(), fields('resetCode').trim(), fields('newPassword'));
              setNotice(true);
              return { kind: 'password' };
            })
          }
        >
          <Heading title={t('resetTitle')} text={t('resetText')} />
          {trouble}
          <TextInput
            label={t('credentials:code')}
            name="resetCode"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
          />
          <NewPassword />
          <Button type="submit" loading={busy}>
            {t('setPassword')}
          </Button>
          {backToPassword}
        </Form>
      );
  }
}

/** A form that passes its fields by name. */
function Form({
  onSubmit,
  children,
}: {
  onSubmit: (fields: (name: string) => string) => Promise<void>;
  children: ReactNode;
}) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void onSubmit((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">{children}</Stack>
    </form>
  );
}

function Heading({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" mt={4}>
        {text}
      </Text>
    </div>
  );
}

function NewPassword() {
  const { t } = useTranslation(['signIn', 'credentials']);
  return (
    <PasswordInput
      label={t('credentials:newPassword')}
      description={t('credentials:passwordRules')}
      name="newPassword"
      autoComplete="new-password"
      minLength={12}
      required
      visibilityToggleButtonProps={{ 'aria-label': t('credentials:showPassword') }}
    />
  );
}

/** As high while loading as afterwards, so that the page does not jump. */
function CodeField() {
  return (
    <Part fallback={<Box h={36} />}>
      <OneTimeCode name="code" autoFocus />
    </Part>
  );
}
