import { Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../kit/format/format.ts';
import { PagedList } from '../../kit/list/paged-list.tsx';
import { AnchorLink, ButtonLink } from '../../kit/navigation/links.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { entitiesQuery } from './editor-queries.ts';
import { type Kind, kinds } from './kinds.ts';

/** Lists of offerings, specifications, prices and categories for the carrier's administrator. */
export default function EditorPage() {
  const { t } = useTranslation('catalogEditor');
  const { tab = 'productOffering' } = useSearch({ from: '/cabinet/manage/catalog' });
  const navigate = useNavigate({ from: '/manage/catalog' });
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Stack gap={4}>
          <Title order={1}>{t('nav.manageCatalog')}</Title>
          <Text c="dimmed">{t('text')}</Text>
        </Stack>
        <ButtonLink
          to="/manage/catalog/$kind/$id"
          params={{ kind: tab, id: 'new' }}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t(`new.${tab}`)}
        </ButtonLink>
      </Group>
      <Tabs
        value={tab}
        onChange={(value) => {
          void navigate({ search: { tab: kinds.find((kind) => kind === value) }, replace: true });
        }}
      >
        <Tabs.List>
          {kinds.map((kind) => (
            <Tabs.Tab key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="lg">
          <Entities key={tab} kind={tab} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Entities({ kind }: { kind: Kind }) {
  const { t } = useTranslation('catalogEditor');
  return (
    <PagedList
      label={t(`kind.${kind}`)}
      query={entitiesQuery(kind)}
      keyOf={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
      columns={[
        {
          id: 'name',
          title: t('name'),
          width: 'minmax(0, 3fr)',
          render: ({ id, name }) => (
            <AnchorLink to="/manage/catalog/$kind/$id" params={{ kind, id }} size="sm" fw={600} c="inherit">
              {name}
            </AnchorLink>
          ),
        },
        {
          id: 'status',
          title: t('status'),
          width: '190px',
          render: ({ lifecycleStatus }) => <StateBadge state={lifecycleStatus} />,
        },
        { id: 'version', title: t('version'), width: '90px', render: ({ version }) => version },
        {
          id: 'changed',
          title: t('changed'),
          width: '130px',
          render: ({ lastUpdate }) => formatDate(lastUpdate),
        },
      ]}
    />
  );
}
