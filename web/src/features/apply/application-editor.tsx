import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/languages.ts';
import { FieldProvider, focusFirst } from '../../kit/form/field.tsx';
import type { Application } from './application-api.ts';
import { checkFields } from '../../entities/application-form/check-fields.ts';
import { CompanyStep } from '../../entities/application-form/company-step.tsx';
import { finishedRequisites } from '../../entities/requisites/finished-requisites.ts';
import { PackageStep } from './package-step.tsx';
import { PeopleStep } from '../../entities/application-form/people-step.tsx';
import { SavingState } from './saving-state.tsx';
import { SendingStep } from './sending-step.tsx';
import { StepBar } from './step-bar.tsx';
import { type Step, stepOf, steps } from './steps.ts';
import { useFields } from './use-fields.ts';
import { usePackage } from './use-package.ts';
import { useSubmission } from './use-submission.ts';

interface ApplicationEditorProps {
  readonly secret: string;
  readonly application: Application;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly onSent: () => void;
}

/** The form and the package of an application that waits for the applicant, step by step. */
export function ApplicationEditor({ secret, application, step, onStep, onSent }: ApplicationEditorProps) {
  const { t } = useTranslation('apply');
  const form = useFields(secret, application);
  const control = usePackage(secret, application);
  const submission = useSubmission(secret, application, form, onSent);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [toldAll, setToldAll] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [wanted, setWanted] = useState<string>();

  const problems = new Map([
    ...submission.troubles.map(({ pointer, message }) => [pointer, message] as const),
    ...checkFields(form.fields, currentLanguage(), t('form.required')),
  ]);
  const troubles = [...problems].map(([pointer, message]) => ({ pointer, message }));
  const finished = finishedRequisites(form.fields.company);
  const errorOf = (field: string) =>
    toldAll || touched.has(field) || finished.has(field) ? problems.get(field) : undefined;
  const index = steps.indexOf(step);
  const next = steps[index + 1];
  const previous = steps[index - 1];

  useEffect(() => {
    // Only once its step is shown.
    if (wanted === undefined || stepOf(wanted) !== step) return;
    if (place.current !== null) focusFirst(place.current, new Set([wanted]));
    setWanted(undefined);
  }, [wanted, step]);

  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (wanted !== undefined) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [step, wanted]);

  const send = () => {
    setToldAll(true);
    const { size } = checkFields(form.fields, currentLanguage(), '');
    if (size === 0) submission.send();
    else place.current?.querySelector<HTMLElement>('#troubles')?.focus();
  };
  const [goesOn] = useState(form.wasSending);
  useEffect(() => {
    if (goesOn) submission.send();
  }, []);

  const contents: Record<Step, () => ReactNode> = {
    company: () => <CompanyStep fields={form.fields} onChange={form.change} />,
    people: () => <PeopleStep fields={form.fields} onChange={form.change} />,
    package: () => (
      <PackageStep secret={secret} application={application} control={control} onPrint={form.saveNow} />
    ),
    sending: () => (
      <SendingStep
        fields={form.fields}
        application={application}
        troubles={toldAll ? troubles : submission.troubles}
        failure={submission.failure}
        onStep={(to, pointer) => {
          setWanted(pointer);
          onStep(to);
        }}
      />
    ),
  };
  return (
    <FieldProvider
      value={{
        errorOf,
        hasErrorWithin: (whole) => troubles.some(({ pointer }) => pointer.startsWith(whole)),
        touch: (field) => {
          setTouched((before) => new Set(before).add(field));
        },
      }}
    >
      <form
        ref={place}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (next === undefined) send();
          else onStep(next);
        }}
      >
        <Stack gap="lg">
          <StepBar
            step={step}
            troubled={new Set(toldAll ? troubles.map(({ pointer }) => stepOf(pointer)) : [])}
            onStep={onStep}
          />
          <Title order={2} ref={heading} tabIndex={-1}>
            {t(`stepTitle.${step}`)}
          </Title>
          {contents[step]()}
          <Group justify="space-between">
            <Group gap="sm">
              {previous === undefined ? null : (
                <Button
                  variant="default"
                  onClick={() => {
                    onStep(previous);
                  }}
                >
                  {t('back')}
                </Button>
              )}
              <Button type="submit" loading={submission.isSending}>
                {next === undefined
                  ? application.state === 'draft'
                    ? t('send')
                    : t('sendCorrections')
                  : t('next')}
              </Button>
            </Group>
            <SavingState saving={form.saving} />
          </Group>
          {next === undefined ? (
            <Text size="sm" c="dimmed">
              {t('sendText')}
            </Text>
          ) : null}
        </Stack>
      </form>
    </FieldProvider>
  );
}
