import { Box, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp } from '../../../kit/icons/arrow-back-up.ts';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../../kit/list/definition-list.tsx';
import { nameOfValue, valueInWords } from '../../../entities/offering/characteristic-words.ts';
import { CharacteristicControl } from './characteristic-control.tsx';
import { stepOf } from './characteristic-range.ts';
import type { EnteredValue, ItemDraft } from './draft.ts';
import { Field, useFieldProblems } from '../../../kit/form/field.tsx';
import { characteristicField, characteristicsField } from './field-names.ts';
import { formValues, type FormValue } from './form-values.ts';
import type { Offering, Service } from './references.ts';
import classes from './new-order.module.css';
import { ProblemNote } from '../../../kit/form/problem-note.tsx';

interface CharacteristicsSectionProps {
  readonly item: Extract<ItemDraft, { action: 'add' | 'modify' }>;
  readonly offering: Offering;
  /** The service to change. */
  readonly service: Service | undefined;
  readonly onChange: (item: ItemDraft) => void;
}

/** Controls of a service's characteristics; for an existing service also those that cannot be changed. */
export function CharacteristicsSection({ item, offering, service, onChange }: CharacteristicsSectionProps) {
  const { t } = useTranslation('newOrder');
  const { touch } = useFieldProblems();
  const shown = formValues(item, offering, service);
  const enter = (name: string, value: EnteredValue) => {
    onChange({ ...item, values: { ...item.values, [name]: value } });
    touch(characteristicField(item.id, name));
  };
  const fixed =
    service?.productCharacteristic.filter(({ name }) => !shown.some(({ use }) => use.name === name)) ?? [];
  return (
    <Stack gap="md">
      <ProblemNote name={characteristicsField(item.id)} />
      {shown.length === 0 && service !== undefined ? <Text size="sm">{t('nothingConfigurable')}</Text> : null}
      {shown.map((formValue) => {
        const { use, value, before } = formValue;
        return (
          <Box
            key={use.name}
            className={classes['characteristic'] ?? ''}
            data-changed={(service !== undefined && value !== before) || undefined}
          >
            <Field name={characteristicField(item.id, use.name)}>
              {(error) => (
                <CharacteristicControl
                  formValue={formValue}
                  error={error}
                  step={stepOf(use, offering)}
                  onChange={(entered) => {
                    enter(use.name, entered);
                  }}
                />
              )}
            </Field>
            {service !== undefined && value !== before ? (
              <ValueNow
                formValue={formValue}
                onRestore={() => {
                  enter(use.name, before ?? '');
                }}
              />
            ) : null}
          </Box>
        );
      })}
      {fixed.length === 0 ? null : (
        <div>
          <Text size="sm" fw={600} mb="xs">
            {t('fixed')}
          </Text>
          <DefinitionList
            entries={fixed.map(({ name, label, value, valueLabel, unitOfMeasure }) => ({
              key: name,
              term: label,
              value: valueInWords(value, { label: valueLabel, unitOfMeasure }),
            }))}
          />
        </div>
      )}
    </Stack>
  );
}

/** The current value of a service's characteristic if the form differs, and a button to restore it. */
function ValueNow({
  formValue: { use, before },
  onRestore,
}: {
  formValue: FormValue;
  onRestore: () => void;
}) {
  const { t } = useTranslation('newOrder');
  return (
    <Group gap="sm" mt={6}>
      <Text size="sm" fw={600}>
        {t('now', {
          value: before === undefined ? t('value.notSet') : nameOfValue(use, before),
        })}
      </Text>
      <UnstyledButton
        fz="sm"
        c="var(--mantine-color-anchor)"
        onClick={onRestore}
        aria-label={t('restoreValue', { name: use.label })}
      >
        <Group gap={4} component="span">
          <IconArrowBackUp size={16} aria-hidden />
          {t('restore')}
        </Group>
      </UnstyledButton>
    </Group>
  );
}
