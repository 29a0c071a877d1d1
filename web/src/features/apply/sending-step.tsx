import { Alert, Anchor, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '../../kit/icons/alert-triangle.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import { FileState } from '../../kit/upload/file-state.tsx';
import type { Application } from './application-api.ts';
import type { ApplicationFields } from '../../entities/application-form/fields.ts';
import { isProprietors } from '../../entities/requisites/company-requisites.ts';
import { documentKinds } from './package-step.tsx';
import { type Step, stepOf } from './steps.ts';

/** A problem and its field. */
export interface Trouble {
  readonly pointer: string;
  readonly message: string;
}

interface SendingStepProps {
  readonly fields: ApplicationFields;
  readonly application: Application;
  readonly troubles: readonly Trouble[];
  /** Why it could not be sent, if the user cannot fix it. */
  readonly failure: string | undefined;
  readonly onStep: (step: Step, pointer?: string) => void;
}

/** A summary of the application before it is sent, with the problems. */
export function SendingStep({ fields, application, troubles, failure, onStep }: SendingStepProps) {
  const { t } = useTranslation(['apply', 'requisites', 'applicationForm']);
  const { company, contact, users, agreementNumber } = fields;
  const said = (term: string, value: string) => ({ term, value: value.trim() === '' ? '—' : value });
  return (
    <Stack gap="md">
      {troubles.length === 0 ? null : (
        <Alert
          id="troubles"
          tabIndex={-1}
          color="red"
          icon={<IconAlertTriangle />}
          title={t('troubles')}
          role="alert"
        >
          <List size="sm" spacing={4}>
            {troubles.map(({ pointer, message }) => (
              <List.Item key={pointer}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="start"
                  onClick={() => {
                    onStep(stepOf(pointer), pointer);
                  }}
                >
                  {t('trouble', { step: t(`step.${stepOf(pointer)}`), message })}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {failure === undefined ? null : (
        <Alert color="red" icon={<IconAlertTriangle />} title={t('notSent')} role="alert">
          {failure}
        </Alert>
      )}
      <Part step="company" onStep={onStep}>
        <DefinitionList
          entries={[
            said(t('requisites:companyName'), company.name),
            said(t('requisites:taxpayerNumber'), company.taxpayerNumber),
            ...(isProprietors(company.taxpayerNumber)
              ? []
              : [said(t('requisites:registrationReasonCode'), company.registrationReasonCode)]),
            said(t('requisites:registrationNumber'), company.registrationNumber),
            said(t('applicationForm:legalAddress'), company.legalAddress),
            said(t('applicationForm:agreementNumber'), agreementNumber),
          ]}
        />
      </Part>
      <Part step="people" onStep={onStep}>
        <DefinitionList
          entries={[
            said(
              t('applicationForm:contact'),
              [contact.name, contact.email, contact.phone].filter((part) => part.trim() !== '').join(', '),
            ),
            ...users.map(({ name, email, roles }, index) => ({
              key: String(index),
              ...said(
                t('applicationForm:user', { number: index + 1 }),
                [name, email, roles.map((role) => t(`role.${role}`)).join(' + ')]
                  .filter((part) => part.trim() !== '')
                  .join(', '),
              ),
            })),
          ]}
        />
      </Part>
      <Part step="package" onStep={onStep}>
        <Stack gap="xs">
          {documentKinds.map((kind) => (
            <div key={kind}>
              <Text size="sm" c="dimmed">
                {t(`document.${kind}`)}
              </Text>
              {application.package[kind].length === 0 ? <Text size="sm">—</Text> : null}
              {application.package[kind].map(({ id, fileName, state, refusal }) => (
                <Group key={id} gap="xs">
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {fileName}
                  </Text>
                  <FileState state={state} refusal={refusal} />
                </Group>
              ))}
            </div>
          ))}
        </Stack>
      </Part>
    </Stack>
  );
}

function Part({
  step,
  onStep,
  children,
}: {
  step: Exclude<Step, 'sending'>;
  onStep: (step: Step) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation(['apply', 'requisites', 'applicationForm']);
  const title = t(`step.${step}`);
  return (
    <Card withBorder component="section" p="md">
      <Group justify="space-between" mb="xs">
        <Title order={3}>{title}</Title>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={t('changeStep', { step: title })}
          onClick={() => {
            onStep(step);
          }}
        >
          {t('change')}
        </Anchor>
      </Group>
      {children}
    </Card>
  );
}
