import { Alert, Anchor, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import { FileState } from '../../kit/upload/file-state.tsx';
import type { Application } from './application-api.ts';
import type { ApplicationFields } from '../../entities/application-form/fields.ts';
import { isProprietors } from '../../entities/requisites/company-requisites.ts';
import { documentKinds } from './package-step.tsx';
import { type Step, stepOf } from './steps.ts';

/** Something that is missing or wrong, and where. */
export interface Trouble {
  readonly pointer: string;
  readonly message: string;
}

interface SendingStepProps {
  readonly fields: ApplicationFields;
  readonly application: Application;
  readonly troubles: readonly Trouble[];
  /** Why it could not be sent, where that is not the person's to mend. */
  readonly failure: string | undefined;
  readonly onStep: (step: Step, pointer?: string) => void;
}

/** Everything that is about to be sent, and what is missing. */
export function SendingStep({ fields, application, troubles, failure, onStep }: SendingStepProps) {
  const { t } = useTranslation();
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
          title={t('apply.troubles')}
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
                  {t('apply.trouble', { step: t(`apply.step.${stepOf(pointer)}`), message })}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {failure === undefined ? null : (
        <Alert color="red" icon={<IconAlertTriangle />} title={t('apply.notSent')} role="alert">
          {failure}
        </Alert>
      )}
      <Part step="company" onStep={onStep}>
        <DefinitionList
          entries={[
            said(t('apply.companyName'), company.name),
            said(t('apply.taxpayerNumber'), company.taxpayerNumber),
            ...(isProprietors(company.taxpayerNumber)
              ? []
              : [said(t('apply.registrationReasonCode'), company.registrationReasonCode)]),
            said(t('apply.registrationNumber'), company.registrationNumber),
            said(t('apply.legalAddress'), company.legalAddress),
            said(t('apply.agreementNumber'), agreementNumber),
          ]}
        />
      </Part>
      <Part step="people" onStep={onStep}>
        <DefinitionList
          entries={[
            said(
              t('apply.contact'),
              [contact.name, contact.email, contact.phone].filter((part) => part.trim() !== '').join(', '),
            ),
            ...users.map(({ name, email, roles }, index) => ({
              key: String(index),
              ...said(
                t('apply.user', { number: index + 1 }),
                [name, email, roles.map((role) => t(`nav.roles.${role}`)).join(' + ')]
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
                {t(`apply.document.${kind}`)}
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
  const { t } = useTranslation();
  const title = t(`apply.step.${step}`);
  return (
    <Card withBorder component="section" p="md">
      <Group justify="space-between" mb="xs">
        <Title order={3}>{title}</Title>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={t('apply.changeStep', { step: title })}
          onClick={() => {
            onStep(step);
          }}
        >
          {t('apply.change')}
        </Anchor>
      </Group>
      {children}
    </Card>
  );
}
