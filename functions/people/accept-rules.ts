import { operatorActor } from '../../shared/history/actor.ts';
import { operatorRoles } from '../../shared/auth/roles.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError, invalidRequest } from '../../shared/errors.ts';
import { rulesInForce, rulesVersions } from '../../shared/rules/rules-versions.ts';
import type { Accounts } from './accounts.ts';
import { isMachineLogin } from './machine-record.ts';
import type { PeopleStore } from './store.ts';

interface Dependencies {
  readonly accounts: Pick<Accounts, 'readAccount'>;
  readonly store: PeopleStore;
  readonly scope: OperatorScope;
  readonly clock: () => Date;
}

/**
 * Accepts the rules: permanently records who accepted which version, when and from which address, once per version.
 * Also creates the record of a user who was added in the Cognito console.
 *
 * @throws CabinetError `invalidRequest` for a version that is not in force
 */
export async function acceptRules(
  { accounts, store, scope, clock }: Dependencies,
  version: string,
  { address, requestId }: { readonly address: string | undefined; readonly requestId: string },
): Promise<{ version: string; acceptedAt: string }> {
  const now = clock();
  const inForce = rulesInForce(rulesVersions, now);
  if (version !== inForce?.version) throw notInForce(inForce?.version ?? '');
  const { acceptance, record } = await store.ownAcceptance();
  if (acceptance?.rulesVersion === version) return { version, acceptedAt: acceptance.acceptedAt };

  const account = await accounts.readAccount(scope.sub);
  const acceptedAt = now.toISOString();
  const role = operatorRoles.find((candidate) => scope.roles.includes(candidate));
  if (account === undefined || role === undefined || isMachineLogin(account.email))
    throw new CabinetError('notFound');
  const { email, name } = account;
  const seen = address === undefined ? {} : { address };
  const by = operatorActor({ ...scope, name }, role);
  await store.save({
    acceptance: {
      record: {
        schemaVersion: 1,
        version: (acceptance?.version ?? 0) + 1,
        historySequence: (acceptance?.historySequence ?? 0) + 1,
        rulesVersion: version,
        acceptedAt,
        ...seen,
      },
      cause: { by, at: acceptedAt, requestId },
      happening: {
        kind: 'accepted',
        change: [{ field: 'rulesVersion', before: acceptance?.rulesVersion, after: version }],
        operatorId: scope.operatorId,
        ...seen,
      },
    },
    ...(record === undefined
      ? {
          person: {
            sub: scope.sub,
            record: {
              schemaVersion: 1,
              version: 1,
              email,
              ...(name === undefined ? {} : { name }),
              roles: [...scope.roles],
              enabled: true,
            },
          },
        }
      : {}),
    activities: [
      {
        schemaVersion: 1,
        at: acceptedAt,
        by,
        action: 'rulesAccepted',
        subject: { type: 'rules', id: version },
      },
    ],
  });
  return { version, acceptedAt };
}

function notInForce(version: string): CabinetError {
  return invalidRequest([
    {
      pointer: '/version',
      message: { ru: `Действует версия ${version}`, en: `Version ${version} is in force` },
    },
  ]);
}
