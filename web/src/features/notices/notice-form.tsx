import { Alert, Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DateInput, TimeInput } from '@mantine/dates';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';
import { BilingualField, type ErrorAt } from '../../kit/form/bilingual-field.tsx';
import { useDateInputProps } from '../../kit/form/date-input-props.ts';
import type { Moment, NoticeFields } from './notice-fields.ts';
import { noticeLooks } from '../../entities/notice/notice-looks.ts';
import type { ManagedNotice } from '../../entities/notice/notice-queries.ts';

const kinds = Object.keys(noticeLooks).filter((kind): kind is ManagedNotice['kind'] => kind in noticeLooks);

interface NoticeFormProps {
  readonly before: NoticeFields;
  readonly submitLabel: string;
  readonly failure: Error | null;
  readonly pending: boolean;
  readonly onChange: () => void;
  readonly onSubmit: (fields: NoticeFields) => void;
  /** Shown before the submit button. */
  readonly children: ReactNode;
}

/** Texts in both languages, kind and period of a notice. */
export function NoticeForm(props: NoticeFormProps) {
  const { before, submitLabel, failure, pending, onChange, onSubmit, children } = props;
  const { t } = useTranslation('notices');
  const [fields, setFields] = useState(before);
  const change = (part: Partial<NoticeFields>) => {
    setFields({ ...fields, ...part });
    onChange();
  };
  const problems = failure instanceof ApiError ? failure.problems : [];
  const errorAt = (pointer: string) => problems.find((problem) => problem.pointer === pointer)?.message;
  const errorIn: ErrorAt = (pointer, language) =>
    errorAt(language === undefined ? pointer : `${pointer}/${language}`);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(fields);
      }}
    >
      <Stack gap="md">
        {failure === null ? null : (
          <Alert color="red" role="alert">
            {problems.length === 0 ? failure.message : t('wrong')}
          </Alert>
        )}
        <Select
          label={t('kindLabel')}
          maw={320}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`notice.kind.${kind}`) }))}
          value={fields.kind}
          error={errorAt('/kind')}
          onChange={(value) => {
            change({ kind: kinds.find((kind) => kind === value) ?? fields.kind });
          }}
        />
        <BilingualField
          label={t('title')}
          value={fields.title}
          onChange={(title) => {
            change({ title });
          }}
          errorAt={errorIn}
          pointer="/title"
          required="both"
          maxLength={200}
        />
        <BilingualField
          label={t('body')}
          value={fields.text}
          onChange={(text) => {
            change({ text });
          }}
          errorAt={errorIn}
          pointer="/text"
          required="both"
          lines={4}
          maxLength={2000}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <MomentField
            label={t('from')}
            timeLabel={t('fromTime')}
            value={fields.start}
            error={errorAt('/validFor/startDateTime')}
            onChange={(start) => {
              change({ start });
            }}
          />
          <MomentField
            label={t('to')}
            timeLabel={t('toTime')}
            value={fields.end}
            required
            error={errorAt('/validFor/endDateTime')}
            onChange={(end) => {
              change({ end });
            }}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('periodText')}
        </Text>
        <Group justify="flex-end">
          {children}
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface MomentFieldProps {
  readonly label: string;
  readonly timeLabel: string;
  readonly value: Moment;
  readonly required?: boolean;
  readonly error: string | undefined;
  readonly onChange: (value: Moment) => void;
}

/** A date and a time, in Moscow time. */
function MomentField({ label, timeLabel, value, required = false, error, onChange }: MomentFieldProps) {
  const { t } = useTranslation('notices');
  const dateInput = useDateInputProps();
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      <DateInput
        {...dateInput}
        label={label}
        required={required}
        clearable={!required}
        clearButtonProps={{ 'aria-label': t('date.clear') }}
        value={value.day === '' ? null : value.day}
        error={error}
        style={{ flex: 1 }}
        onChange={(day) => {
          onChange({ ...value, day: day ?? '' });
        }}
      />
      <TimeInput
        label={t('time')}
        aria-label={timeLabel}
        required={required}
        miw={110}
        value={value.time}
        onChange={(event) => {
          onChange({ ...value, time: event.currentTarget.value });
        }}
      />
    </Group>
  );
}
