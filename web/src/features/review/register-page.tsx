import { Alert, Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicationFormSchema } from '../../../../shared/application/application-form.ts';
import { api } from '../../api/client.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { ApiError, unwrap } from '../../api/problem.ts';
import { checkFields } from '../../entities/application-form/check-fields.ts';
import { CompanyStep } from '../../entities/application-form/company-step.tsx';
import { type ApplicationFields, fieldsOf } from '../../entities/application-form/fields.ts';
import { PeopleStep } from '../../entities/application-form/people-step.tsx';
import { formOf } from '../../entities/application-form/savable-form.ts';
import { currentLanguage } from '../../i18n/languages.ts';
import { FieldProvider, focusFirst } from '../../kit/form/field.tsx';
import { applicationsPath } from '../../entities/application/review-queries.ts';

/** The form, if its fields have no problems. */
function wholeFormOf(fields: ApplicationFields) {
  const { company, contact, users, agreementNumber } = applicationFormSchema.parse(formOf(fields));
  const { registrationReasonCode, legalAddress, ...required } = company;
  return {
    company: { ...required, ...omitUndefined({ registrationReasonCode, legalAddress }) },
    contact,
    users,
    ...omitUndefined({ agreementNumber }),
  };
}

/** Registers a paper application; its scans are added on its own page afterwards. */
export default function RegisterPage() {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(() => fieldsOf({}));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  // One key per application: sent again after a lost answer, it is registered once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const own = useMemo(() => checkFields(fields, currentLanguage(), t('form.required')), [fields, t]);
  const register = useMutation({
    mutationFn: async () =>
      unwrap(
        await api.POST(applicationsPath, {
          headers: { 'idempotency-key': key },
          body: { form: wholeFormOf(fields) },
        }),
      ),
    onSuccess: async ({ id }) => {
      await navigate({ to: '/applications/$id', params: { id }, replace: true });
    },
  });
  const theirs = register.error instanceof ApiError ? register.error.problems : [];
  const errorOf = (field: string) =>
    (attempted || touched.has(field) ? own.get(field) : undefined) ??
    theirs.find(({ pointer }) => pointer === `/form${field}`)?.message;
  const problems = {
    errorOf,
    hasErrorWithin: (whole: string) => [...own.keys()].some((field) => field.startsWith(whole)),
    touch: (field: string) => {
      setTouched((before) => new Set([...before, field]));
    },
  };
  const change = (next: typeof fields) => {
    setFields(next);
    setKey(crypto.randomUUID());
    register.reset();
  };
  return (
    <Stack gap="lg" maw={960}>
      <Stack gap={6}>
        <Anchor component={Link} to="/applications" size="sm">
          {t('nav.applications')}
        </Anchor>
        <Title order={1}>{t('registerTitle')}</Title>
        <Text c="dimmed">{t('registerText')}</Text>
      </Stack>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAttempted(true);
          if (own.size === 0) register.mutate();
          else if (form.current !== null) {
            const { current } = form;
            requestAnimationFrame(() => focusFirst(current, new Set(own.keys())));
          }
        }}
      >
        <FieldProvider value={problems}>
          <Stack gap="lg">
            {register.error === null ? null : (
              <Alert color="red" role="alert">
                {register.error.message}
              </Alert>
            )}
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('company')}
              </Title>
              <CompanyStep fields={fields} onChange={change} />
            </Card>
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('peopleOfCompany')}
              </Title>
              <PeopleStep fields={fields} onChange={change} />
            </Card>
            <Group>
              <Button type="submit" loading={register.isPending}>
                {t('registerSubmit')}
              </Button>
            </Group>
          </Stack>
        </FieldProvider>
      </form>
    </Stack>
  );
}
