import { Card, Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import { useNameOf } from '../../entities/carrier-person/use-name-of.ts';
import { AssignManager } from './assign-manager.tsx';
import { ChangeOrganization } from './change-organization.tsx';
import type { Operator } from './operator-queries.ts';
import type { Organization } from './organization-queries.ts';

interface OrganizationSectionProps {
  readonly operator: Operator;
  readonly organization: Organization;
  readonly version: string | undefined;
}

/** Names, requisites and account manager of an operator. */
export function OrganizationSection({ operator, organization, version }: OrganizationSectionProps) {
  const { t } = useTranslation('operators');
  const nameOf = useNameOf();
  const { managerSub } = operator;
  const { id, tradingName, organizationIdentification } = organization;
  return (
    <Card withBorder component="section" p="lg">
      <Title order={2} mb="md">
        {t('section.particulars')}
      </Title>
      <Stack gap="md" align="flex-start">
        <DefinitionList
          entries={[
            ...(tradingName === undefined ? [] : [{ term: t('tradingName'), value: tradingName }]),
            ...organizationIdentification.map(({ identificationType, identificationId }) => ({
              term: t(`identification.${identificationType}`),
              value: identificationId,
            })),
            { term: t('operator.id'), value: id },
            {
              term: t('operator.accountManager'),
              value: managerSub === undefined ? t('person.nobody') : (nameOf(managerSub) ?? managerSub),
            },
          ]}
        />
        <Group gap="sm">
          <ChangeOrganization organization={organization} version={version} />
          <AssignManager operator={operator} />
        </Group>
      </Stack>
    </Card>
  );
}
