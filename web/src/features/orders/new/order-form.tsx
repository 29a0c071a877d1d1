import { Grid, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderNumber } from '../../../entities/order/order-number.ts';
import type { Order } from '../../../entities/order/order-queries.ts';
import { leaveFiles } from '../attachments/chosen-files.ts';
import { AddItem } from './add-item.tsx';
import { buildOrder } from './build-order.ts';
import { addItem, type ItemStart, type OrderDraft, removeItem, replaceItem } from './draft.ts';
import { FieldProvider, focusFirst } from '../../../kit/form/field.tsx';
import { ItemSection } from './item-section.tsx';
import { offeringOf, serviceOf } from './references.ts';
import { OrderDetails } from './order-details.tsx';
import { OrderFiles } from './order-files.tsx';
import { DraftNotice, GeneralProblems } from './order-notices.tsx';
import { OrderSummary } from './order-summary.tsx';
import { type Outcome, submitOrder } from './submit-order.ts';
import { useDryRun } from './use-dry-run.ts';
import { useSavedDraft } from './use-saved-draft.ts';
import { useReferences } from './use-references.ts';
import { useOrderProblems } from './use-order-problems.ts';

interface OrderFormProps {
  /** Key of the draft in the browser's storage. */
  readonly draftKey: string;
  readonly begin: () => OrderDraft;
  readonly onDiscard: () => void;
}

/** The order form. */
export function OrderForm({ draftKey, begin, onDiscard }: OrderFormProps) {
  const { t } = useTranslation('newOrder');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, restoredFrom, saveNow, discard } = useSavedDraft(draftKey, begin);
  const { known, isPending } = useReferences(draft);
  const built = useMemo(() => buildOrder(draft, known), [draft, known]);
  const [attempted, setAttempted] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isSending, setIsSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  // Of several items, the first is open.
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(draft.items.slice(1).map(({ id }) => id)),
  );
  const isRead = draft.items.every((item) =>
    item.action === 'delete' ? serviceOf(item, known) !== undefined : offeringOf(item, known) !== undefined,
  );
  const dryRun = useDryRun(built, isRead && draft.items.length > 0);
  const findings = [
    ...(dryRun.data === undefined ? [] : [dryRun.data]),
    ...(outcome?.kind === 'refused' ? [outcome.findings] : []),
  ];
  const problems = useOrderProblems(draft, known, built, findings, attempted);
  const focus = useFocus(form, problems.all);

  function finish(order: Order) {
    discard();
    // The order exists now; its page uploads the files and reports failures.
    leaveFiles(order.id, files);
    void queryClient.invalidateQueries({ queryKey: ['orders'] });
    void queryClient.invalidateQueries({ queryKey: ['services'] });
    void queryClient.invalidateQueries({ queryKey: ['service'] });
    notifications.show({
      color: 'teal',
      title: t('sentTitle', { number: orderNumber(order.id) }),
      message: t(files.length === 0 || form.current !== null ? 'sentText' : 'attachments.waitForPage'),
      closeButtonProps: { 'aria-label': t('action.close') },
    });
    // A user who has left the page stays on the other one.
    if (form.current !== null) void navigate({ to: '/orders/$id', params: { id: order.id }, replace: true });
  }

  async function send(latest: OrderDraft) {
    setAttempted(true);
    if (problems.own.size > 0) {
      showProblems();
      return;
    }
    // Saved first: after a lost answer and a reload, the same order is sent with the same key.
    saveNow(latest);
    setIsSending(true);
    const result = await submitOrder(built, latest.idempotencyKey, queryClient);
    setIsSending(false);
    setOutcome(result);
    if (result.kind === 'created') {
      finish(result.order);
      return;
    }
    // Another order may have been placed meanwhile: refetch the service, which names it.
    void queryClient.invalidateQueries({ queryKey: ['service'] });
    showProblems();
  }

  function showProblems() {
    setFolded(new Set());
    focus({ to: 'problem' });
  }

  function add(start: ItemStart) {
    const longer = addItem(draft, start);
    const added = longer.items.at(-1)?.id;
    change(longer);
    // The others are collapsed, so that the new one is on the screen.
    setFolded(new Set(draft.items.map(({ id }) => id)));
    if (added !== undefined) focus({ to: 'item', id: added });
  }

  const names = draft.items.map((item, index) => ({
    id: item.id,
    name: `${index + 1}. ${serviceOf(item, known)?.name ?? offeringOf(item, known)?.name ?? t('item')}`,
  }));
  const disconnects = draft.items.length > 0 && draft.items.every(({ action }) => action === 'delete');
  return (
    <FieldProvider value={problems}>
      <form
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSending && draft.items.length > 0) void send(draft);
        }}
        onKeyDown={(event) => {
          // An order is sent by its button only, not by Enter in a field.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
        }}
      >
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Stack gap="lg">
              {restoredFrom === undefined ? null : (
                <DraftNotice
                  restoredFrom={restoredFrom}
                  onDiscard={() => {
                    discard();
                    onDiscard();
                  }}
                />
              )}
              <GeneralProblems
                problems={problems.general}
                outcome={outcome}
                onSendAsAnother={() => {
                  const another = { ...draft, idempotencyKey: crypto.randomUUID() };
                  change(another);
                  void send(another);
                }}
              />
              {draft.items.map((item, index) => (
                <ItemSection
                  key={item.id}
                  item={item}
                  known={known}
                  position={draft.items.length > 1 ? index + 1 : undefined}
                  others={names.filter(({ id }) => id !== item.id)}
                  prices={
                    dryRun.data?.validation?.productOrderItem.find(({ id }) => id === item.id)?.itemPrice
                  }
                  expanded={!folded.has(item.id)}
                  onToggle={() => {
                    setFolded((before) => {
                      const after = new Set(before);
                      if (!after.delete(item.id)) after.add(item.id);
                      return after;
                    });
                  }}
                  onChange={(replacement) => {
                    change((before) => replaceItem(before, replacement));
                  }}
                  onRemove={() => {
                    change((before) => removeItem(before, item.id));
                    focus({ to: 'add' });
                  }}
                />
              ))}
              <AddItem draft={draft} onAdd={add} />
              {draft.items.length === 0 ? null : (
                <OrderDetails
                  draft={draft}
                  onChange={(field, value) => {
                    change((before) => ({ ...before, [field]: value }));
                    problems.touch(field);
                  }}
                />
              )}
              {draft.items.length === 0 ? null : <OrderFiles files={files} onChange={setFiles} />}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            {draft.items.length === 0 ? null : (
              <OrderSummary
                dryRun={dryRun}
                isProvisional={problems.all.size > 0}
                disconnects={disconnects}
                isSending={isSending}
                canSend={!isPending}
              />
            )}
          </Grid.Col>
        </Grid>
      </form>
    </FieldProvider>
  );
}

type FocusTarget = { readonly to: 'problem' | 'add' } | { readonly to: 'item'; readonly id: string };

/** Moves the focus once its target is on the page. */
function useFocus(
  form: React.RefObject<HTMLFormElement | null>,
  wrong: ReadonlyMap<string, string>,
): (target: FocusTarget) => void {
  const [target, setTarget] = useState<FocusTarget>();
  useEffect(() => {
    if (target === undefined || form.current === null) return;
    setTarget(undefined);
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector)?.focus();
    if (target.to === 'item') find(`[data-item="${CSS.escape(target.id)}"] h2`);
    else if (target.to === 'add') find('[data-add-item]');
    else if (!focusFirst(form.current, new Set(wrong.keys()))) find('[data-general]');
  }, [target, form, wrong]);
  return setTarget;
}
