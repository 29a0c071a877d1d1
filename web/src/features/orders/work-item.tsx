import { Button, Group, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarEvent } from '../../kit/icons/calendar-event.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { ApiError, unwrap } from '../../api/problem.ts';
import { endOfMoscowDay } from '../../kit/format/moscow-day.ts';
import { useDateInputProps } from '../../kit/form/date-input-props.ts';
import type { Order, OrderItem } from '../../entities/order/order-queries.ts';
import { ReasonDialog } from '../../kit/dialogs/reason-dialog.tsx';
import { isDestructive, labelOfStep, type StepLabel } from './transitions.ts';

type State = NonNullable<OrderItem['state']>;

interface ItemStep {
  readonly to: State;
  readonly label: StepLabel | 'changeDate';
  readonly reasonRequired: boolean;
}

interface WorkItemProps {
  readonly order: Order;
  readonly item: OrderItem;
  readonly state: State;
  readonly version: string | undefined;
  readonly actor: 'operator' | 'manager';
}

/** The possible steps of an item, each with a reason; the manager can also change the promised date. */
export function WorkItem({ order, item, state, version, actor }: WorkItemProps) {
  const { t } = useTranslation('orders');
  const [step, setStep] = useState<ItemStep>();
  // Each time it is opened, the dialog is new and empty.
  const [begun, setBegun] = useState(0);
  const begin = (next: ItemStep) => {
    setStep(next);
    setBegun(begun + 1);
  };
  const steps = item.nextState.map(({ state: to, reason }): ItemStep => ({
    to,
    label: labelOfStep(state, to, actor),
    reasonRequired: reason === 'required',
  }));
  const mayMoveDate = actor === 'manager' && ['inProgress', 'pending', 'held'].includes(state);
  // Another user may have ended the work meanwhile: an open dialog stays and says so.
  if (steps.length === 0 && step === undefined) return null;
  return (
    <>
      <Group gap="xs">
        {steps.map((candidate, index) => (
          <Button
            key={candidate.to}
            size="xs"
            variant={index === 0 ? 'filled' : 'default'}
            {...(isDestructive(candidate.to) && index > 0 ? { c: 'red' } : {})}
            onClick={() => {
              begin(candidate);
            }}
          >
            {t(`step.${candidate.label}`)}
          </Button>
        ))}
        {mayMoveDate ? (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconCalendarEvent size={16} aria-hidden />}
            onClick={() => {
              begin({ to: state, label: 'changeDate', reasonRequired: true });
            }}
          >
            {t('step.changeDate')}
          </Button>
        ) : null}
      </Group>
      {step === undefined ? null : (
        <StepDialog key={begun} order={order} item={item} step={step} version={version} actor={actor} />
      )}
    </>
  );
}

interface StepDialogProps extends Omit<WorkItemProps, 'state'> {
  readonly step: ItemStep;
}

function StepDialog({ order, item, step, version, actor }: StepDialogProps) {
  const { t } = useTranslation('orders');
  const queryClient = useQueryClient();
  const dateInput = useDateInputProps();
  const [opened, { open, close }] = useDisclosure();
  // Opened after mounting, it remembers the focus and restores it.
  useEffect(open, [open]);
  const [date, setDate] = useState<string | null>(null);
  const promises = actor === 'manager' && (step.label === 'accept' || step.label === 'changeDate');
  const transition = useMutation({
    mutationFn: async (reason: string) =>
      unwrap(
        await api.POST('/cabinet/v1/productOrder/{id}/transition', {
          params: { path: { id: order.id } },
          // Two people may work on one order: a change based on an older version is refused.
          headers: omitUndefined({ 'if-match': version }),
          body: {
            itemId: item.id,
            state: step.to,
            ...omitUndefined({
              reason: reason === '' ? undefined : reason,
              expectedCompletionDate: date === null ? undefined : endOfMoscowDay(date),
            }),
          },
        }),
      ),
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['order', order.id] }),
  });
  const stale =
    transition.error instanceof ApiError &&
    (transition.error.status === 412 || transition.error.code === 'concurrentChange');
  return (
    <ReasonDialog
      opened={opened}
      onClose={close}
      title={t(`step.${step.label}`)}
      description={t(actor === 'manager' ? 'reasonForOperator' : 'reasonForCarrier')}
      required={step.reasonRequired}
      maxLength={2000}
      destructive={isDestructive(step.to)}
      failure={
        stale ? { title: t('staleTitle'), message: t('staleText'), color: 'orange' } : transition.error
      }
      pending={transition.isPending}
      onSubmit={transition.mutate}
    >
      <Text size="sm">{item.product.name}</Text>
      {promises ? (
        <DateInput
          label={t('promisedDate')}
          description={t(step.label === 'accept' ? 'promisedDateText' : 'changedDateText')}
          value={date}
          onChange={setDate}
          clearable
          clearButtonProps={{ 'aria-label': t('date.clear') }}
          required={step.label === 'changeDate'}
          {...dateInput}
        />
      ) : null}
    </ReasonDialog>
  );
}
