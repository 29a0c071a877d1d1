import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { AddReference } from './add-reference.tsx';
import { ListSection } from './list-section.tsx';
import { MakeCustomer } from './make-customer.tsx';
import { changePartyRole, type PartyRole, partyRoleQuery } from './organization-queries.ts';

/** An operator as a customer: its billing accounts and agreements, which orders name. */
export function CustomerSection({ operatorId }: { operatorId: string }) {
  const { data, error, refetch } = useQuery(partyRoleQuery(operatorId));
  if (data === undefined)
    return error === null ? (
      <Loading />
    ) : (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  if (data.role === undefined) return <MakeCustomer operatorId={operatorId} />;
  return <Customer role={data.role} version={data.version} />;
}

function Customer({ role, version }: { role: PartyRole; version: string | undefined }) {
  const { t } = useTranslation('operators');
  const { id, account, agreement } = role;
  return (
    <>
      <ListSection
        operatorId={id}
        title={t('accounts')}
        empty={t('noAccounts')}
        addLabel={t('addAccount')}
        removeLabel={t('removeAccount')}
        entries={account}
        describe={described}
        write={(accounts) => changePartyRole(id, version, { account: accounts })}
        AddForm={AddReference}
      />
      <ListSection
        operatorId={id}
        title={t('agreements')}
        empty={t('noAgreements')}
        addLabel={t('addAgreement')}
        removeLabel={t('removeAgreement')}
        entries={agreement}
        describe={described}
        write={(agreements) => changePartyRole(id, version, { agreement: agreements })}
        AddForm={AddReference}
      />
    </>
  );
}

function described({ id, name = id }: { readonly id: string; readonly name?: string }) {
  return { name, text: name === id ? undefined : id };
}
