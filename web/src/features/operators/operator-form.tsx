import { Alert, Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposeOperatorIds } from '../../../../shared/operator/operator-id.ts';
import { ApiError } from '../../api/problem.ts';
import { digitsOf } from '../../kit/format/typed-number.ts';
import { finishedRequisites } from '../../entities/requisites/finished-requisites.ts';
import { RequisiteFields } from '../../entities/requisites/requisite-fields.tsx';
import { TextField } from '../../kit/form/text-field.tsx';
import { currentLanguage } from '../../i18n/languages.ts';
import { FieldProvider, focusFirst } from '../../kit/form/field.tsx';
import { checkOperator, fieldOf, type OperatorFields, requisiteFields } from './operator-fields.ts';

interface OperatorFormProps {
  readonly before: OperatorFields;
  /** Whether the operator is new, and can be given an id. */
  readonly isNew: boolean;
  readonly submitLabel: string;
  readonly failure: Error | null;
  readonly pending: boolean;
  readonly onChange: () => void;
  readonly onSubmit: (fields: OperatorFields) => void;
  /** Shown before the submit button. */
  readonly children?: ReactNode;
}

/** Name, requisites and id of an operator, checked as they are typed. */
export function OperatorForm(props: OperatorFormProps) {
  const { before, isNew, submitLabel, failure, pending, onChange, onSubmit, children } = props;
  const { t } = useTranslation('operators');
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(before);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const wrong = useMemo(() => {
    const found = new Map(checkOperator(fields, currentLanguage(), t('form.required')));
    if (found.has('/operatorId')) found.set('/operatorId', t('idShape'));
    // An operator that was registered before requisites were stored can still be renamed.
    if (!isNew && sameRequisites(fields, before)) for (const field of requisiteFields) found.delete(field);
    return found;
  }, [fields, before, isNew, t]);
  const refused = failure instanceof ApiError ? failure.problems : [];
  const finished = finishedRequisites(fields.company);
  const problems = {
    errorOf: (field: string) =>
      (attempted || touched.has(field) || finished.has(field) ? wrong.get(field) : undefined) ??
      refused.find(({ pointer }) => fieldOf(pointer, fields) === field)?.message,
    hasErrorWithin: (whole: string) => [...wrong.keys()].some((field) => field.startsWith(whole)),
    touch: (field: string) => {
      setTouched((all) => new Set([...all, field]));
    },
  };
  const change = (part: Partial<OperatorFields>) => {
    setFields({ ...fields, ...part });
    onChange();
  };
  const [proposed] = proposeOperatorIds(fields.company.name, digitsOf(fields.company.taxpayerNumber));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempted(true);
        const { current } = form;
        if (wrong.size === 0) onSubmit(fields);
        else if (current !== null) requestAnimationFrame(() => focusFirst(current, new Set(wrong.keys())));
      }}
    >
      <FieldProvider value={problems}>
        <Stack gap="md">
          {failure === null ? null : (
            <Alert color="red" role="alert">
              {failure.message}
            </Alert>
          )}
          <RequisiteFields
            company={fields.company}
            onType={(attribute, value) => {
              change({ company: { ...fields.company, [attribute]: value } });
            }}
          />
          <TextField
            name="/tradingName"
            label={t('tradingName')}
            description={t('tradingNameText')}
            autoComplete="off"
            value={fields.tradingName}
            onType={(tradingName) => {
              change({ tradingName });
            }}
          />
          {isNew ? (
            <TextField
              name="/operatorId"
              label={t('operator.id')}
              description={t('idText')}
              placeholder={proposed}
              autoComplete="off"
              maxLength={32}
              value={fields.operatorId}
              onType={(operatorId) => {
                change({ operatorId });
              }}
            />
          ) : null}
          <Group justify={isNew ? 'flex-start' : 'flex-end'}>
            {children}
            <Button type="submit" loading={pending}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </FieldProvider>
    </form>
  );
}

function sameRequisites({ company: now }: OperatorFields, { company: before }: OperatorFields): boolean {
  return (['taxpayerNumber', 'registrationReasonCode', 'registrationNumber'] as const).every(
    (attribute) => now[attribute] === before[attribute],
  );
}
