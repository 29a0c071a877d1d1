import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '../../kit/icons/alert-triangle.ts';
import { IconCheck } from '../../kit/icons/check.ts';
import { useTranslation } from 'react-i18next';
import { showCode } from '../../entities/application/reference-code.ts';
import { formatDate } from '../../kit/format/format.ts';
import type { Column } from '../../kit/list/resource-list.tsx';
import { DueDate } from '../../entities/order/due-date.tsx';
import { AnchorLink } from '../../kit/navigation/links.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { useWho } from '../../entities/carrier-person/who.ts';
import type { ApplicationRow } from '../../entities/application/review-queries.ts';

/** Columns of undecided applications. */
export function useQueueColumns(): readonly Column<ApplicationRow>[] {
  const { t } = useTranslation('review');
  const who = useWho();
  return [
    useCompanyColumn(),
    {
      id: 'state',
      title: t('column.state'),
      width: '180px',
      render: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: 'package',
      title: t('package'),
      width: 'minmax(0, 1.6fr)',
      render: (application) => <Completeness application={application} />,
    },
    {
      id: 'age',
      title: t('age'),
      width: '90px',
      render: ({ ageDays }) => (ageDays === undefined ? '—' : t('days', { count: ageDays })),
    },
    {
      id: 'due',
      title: t('due'),
      width: '140px',
      render: ({ dueAt, overdue, waitingFor }) =>
        waitingFor === 'applicant' ? (
          <div>
            <Text size="sm" c="dimmed">
              {t('waitsForApplicant')}
            </Text>
            {dueAt === undefined ? null : (
              <Text size="xs" c="dimmed">
                {t('date.until', { date: formatDate(dueAt) })}
              </Text>
            )}
          </div>
        ) : (
          <DueDate date={dueAt} overdue={overdue} overdueText={t('overdue')} />
        ),
    },
    {
      id: 'takenBy',
      title: t('takenBy'),
      width: '150px',
      render: ({ takenBy }) =>
        takenBy === undefined ? <Text size="sm">{t('person.nobody')}</Text> : who(takenBy),
    },
  ];
}

/** Columns of decided applications. */
export function useDecidedColumns(): readonly Column<ApplicationRow>[] {
  const { t } = useTranslation('review');
  const who = useWho();
  return [
    useCompanyColumn(),
    {
      id: 'decision',
      title: t('decision'),
      width: '150px',
      render: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: 'at',
      title: t('decidedAt'),
      width: '130px',
      render: ({ decision }) => (decision === undefined ? '—' : formatDate(decision.at)),
    },
    {
      id: 'by',
      title: t('decidedBy'),
      width: '150px',
      render: ({ decision }) => (decision === undefined ? '—' : who(decision.by)),
    },
    {
      id: 'reason',
      title: t('form.reason'),
      width: 'minmax(0, 2fr)',
      render: ({ decision }) => (
        <Text size="sm" lineClamp={2}>
          {decision?.cause === undefined ? (decision?.reason ?? '—') : t(decision.cause)}
        </Text>
      ),
    },
  ];
}

function useCompanyColumn(): Column<ApplicationRow> {
  const { t } = useTranslation('review');
  return {
    id: 'company',
    title: t('company'),
    width: 'minmax(0, 2fr)',
    render: ({ id, company, channel }) => (
      <div>
        <AnchorLink to="/applications/$id" params={{ id }} size="sm" fw={600} c="inherit">
          {company?.name ?? t('application', { code: showCode(id) })}
        </AnchorLink>
        <Text size="xs" c="dimmed">
          {[
            ...(company?.taxpayerNumber === undefined
              ? []
              : [`${t('operator.taxpayerNumber')} ${company.taxpayerNumber}`]),
            t(`channel.${channel}`),
          ].join(' · ')}
        </Text>
      </div>
    ),
  };
}

function Completeness({ application: { missingScan, checkList } }: { application: ApplicationRow }) {
  const { t } = useTranslation('review');
  const points = Object.values(checkList);
  const whole = missingScan.length === 0;
  return (
    <div>
      <Group gap={4} wrap="nowrap" align="flex-start" c={whole ? 'teal' : 'orange'}>
        {whole ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
        <Text size="sm">
          {whole
            ? t('whole')
            : t('missing', {
                what: missingScan.map((kind) => t(`scanShort.${kind}`)).join(', '),
              })}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('checked', { done: points.filter(Boolean).length, all: points.length })}
      </Text>
    </div>
  );
}
