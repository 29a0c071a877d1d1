import { SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Step, steps } from './steps.ts';
import classes from './step-bar.module.css';

interface StepBarProps {
  readonly step: Step;
  /** Steps with problems that have been shown to the user. */
  readonly troubled: ReadonlySet<Step>;
  readonly onStep: (step: Step) => void;
}

/** The steps of the form; users can go to any of them at any time. */
export function StepBar({ step, troubled, onStep }: StepBarProps) {
  const { t } = useTranslation('apply');
  return (
    <SimpleGrid component="nav" aria-label={t('steps')} cols={{ base: 2, sm: 4 }} spacing="sm">
      {steps.map((name, index) => (
        <UnstyledButton
          key={name}
          className={classes['step'] ?? ''}
          aria-current={name === step ? 'step' : undefined}
          onClick={() => {
            onStep(name);
          }}
        >
          <Text size="xs" c={troubled.has(name) ? 'red' : 'dimmed'}>
            {troubled.has(name)
              ? t('stepTroubled', { number: index + 1 })
              : t('stepNumber', { number: index + 1 })}
          </Text>
          <Text size="sm" fw={name === step ? 650 : 400}>
            {t(`step.${name}`)}
          </Text>
        </UnstyledButton>
      ))}
    </SimpleGrid>
  );
}
