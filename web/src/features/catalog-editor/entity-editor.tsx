import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../kit/format/format.ts';
import { currentLanguage } from '../../i18n/languages.ts';
import { AnchorLink } from '../../kit/navigation/links.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { bothQuery, type Both, type EntityRow } from './editor-queries.ts';
import type { FieldsProps } from './fields.tsx';
import { ConfirmLeaving } from './confirm-leaving.tsx';
import type { Kind } from './kinds.ts';
import { type FormModel, type Outcome, save } from './save.ts';
import { StepButtons } from './step-buttons.tsx';

interface EntityEditorProps<Draft, Body extends object, Entity> {
  readonly kind: Kind;
  /** Absent for a new one. */
  readonly id: string | undefined;
  readonly model: FormModel<Draft, Body>;
  readonly empty: Draft;
  readonly read: Parameters<typeof bothQuery<Entity>>[2];
  readonly draftOf: (ru: Entity, en: Entity) => Draft;
  readonly Fields: ComponentType<FieldsProps<Draft>>;
}

/** Creates or changes one resource of the catalogue. */
export function EntityEditor<Draft, Body extends object, Entity extends EntityRow>(
  props: EntityEditorProps<Draft, Body, Entity>,
) {
  const { kind, id, read } = props;
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...bothQuery(kind, id ?? '', read),
    enabled: id !== undefined,
  });
  if (error !== null)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  if (id !== undefined && data === undefined) return <Loading />;
  return <EntityForm key={dataUpdatedAt} {...props} both={data} />;
}

function EntityForm<Draft, Body extends object, Entity extends EntityRow>({
  kind,
  id,
  model,
  empty,
  draftOf,
  Fields,
  both,
}: EntityEditorProps<Draft, Body, Entity> & { both: Both<Entity> | undefined }) {
  const { t } = useTranslation('catalogEditor');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const before = both === undefined ? empty : draftOf(both.ru, both.en);
  const [draft, setDraft] = useState(before);
  const [version, setVersion] = useState(both?.version);
  const [refused, setRefused] = useState<Extract<Outcome, { kind: 'refused' }>>();
  // One key per creation: saving again after a lost answer does not create a second one.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const left = useRef(false);
  const goTo = async (created: string) => {
    left.current = true;
    await navigate({ to: '/manage/catalog/$kind/$id', params: { kind, id: created }, replace: true });
  };
  const saving = useMutation({
    mutationFn: async () =>
      save(model, id === undefined ? undefined : { id, version, draft: before }, draft, key),
    onSuccess: async (outcome) => {
      if (outcome.kind === 'refused') {
        setRefused(outcome);
        setVersion(outcome.version);
        // An earlier attempt has arrived after all; saving again after reading that creates another one.
        if (outcome.error.code === 'idempotencyKeyReused') setKey(crypto.randomUUID());
        if (id === undefined && outcome.id !== undefined) {
          notifications.show({ color: 'red', message: outcome.error.message, autoClose: false });
          await goTo(outcome.id);
        }
        return;
      }
      notifications.show(
        outcome.kind === 'saved'
          ? { color: 'teal', message: t('action.saved') }
          : {
              color: 'orange',
              title: t('stale.title'),
              message: t('staleText'),
              autoClose: false,
            },
      );
      await queryClient.invalidateQueries({ queryKey: ['editor'] });
      if (outcome.kind === 'saved' && id === undefined) await goTo(outcome.id);
    },
  });
  const status = both?.ru.lifecycleStatus ?? 'inDesign';
  const problems = refused?.error.problems ?? [];
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  return (
    <Stack gap="lg" maw={960}>
      <ConfirmLeaving isUnsaved={() => changed && !left.current} />
      <Stack gap={6}>
        <AnchorLink to="/manage/catalog" search={{ tab: kind }} size="sm">
          {t(`kind.${kind}`)}
        </AnchorLink>
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={1}>{both?.[currentLanguage()].name ?? t(`new.${kind}`)}</Title>
            <StateBadge state={status} />
          </Group>
          {id === undefined ? null : (
            <StepButtons kind={kind} id={id} status={status} version={version} disabled={changed} />
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t(status === 'active' ? `statusText.active.${kind}` : `statusText.${status}`)}
          {both === undefined
            ? ''
            : ` ${t('published', { version: both.ru.version, date: formatDate(both.ru.lastUpdate) })}`}
        </Text>
      </Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setRefused(undefined);
          saving.mutate();
        }}
      >
        <Stack gap="lg">
          {refused === undefined && saving.error === null ? null : (
            <Alert color="red" role="alert" title={refused?.error.message ?? t('feedback.errorTitle')}>
              {problems.map(({ pointer, message }) => (
                <div key={`${pointer} ${message}`}>
                  {pointer}: {message}
                </div>
              ))}
            </Alert>
          )}
          <fieldset disabled={status === 'retired'} style={{ border: 0, padding: 0, margin: 0 }}>
            <Stack gap="md">
              <Fields
                draft={draft}
                onChange={(change) => {
                  setDraft((current) => ({ ...current, ...change }));
                }}
                errorAt={(pointer, language) =>
                  language === undefined || refused?.language === language
                    ? problems.find((problem) => problem.pointer === pointer)?.message
                    : undefined
                }
                inDesign={status === 'inDesign'}
              />
            </Stack>
          </fieldset>
          <Group>
            <Button type="submit" loading={saving.isPending} disabled={!changed || status === 'retired'}>
              {t(id === undefined ? 'createDraft' : 'action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
