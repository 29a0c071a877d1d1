import type * as z from 'zod';
import type { OperatorRole } from '../../shared/auth/roles.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import {
  createOnce,
  type CreationReply,
  earlierReply,
  type IdempotencyRequest,
} from '../../shared/table/idempotency.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Accounts } from './accounts.ts';
import type { Colleagues } from './colleagues.ts';
import { invitationSeconds } from './invitation-record.ts';
import { person, presentPerson } from './person-resource.ts';
import type { PeopleStore } from './store.ts';

interface Ports {
  readonly table: Table;
  readonly accounts: Accounts;
  readonly store: PeopleStore;
  readonly colleagues: Colleagues;
  readonly scope: OperatorScope;
  readonly clock: () => Date;
  readonly ids: Ids;
}

interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly OperatorRole[];
}

/**
 * Invites somebody. The invitation is kept before the account is made, and its marker goes with the account for life: a
 * repetition after whatever stopped it knows its own account from a stranger's.
 *
 * @throws CabinetError `alreadyExists` for an address that has an account, whosever it is
 */
export async function invitePerson(
  { table, accounts, store, colleagues, scope, clock, ids }: Ports,
  { email, name, roles }: Invitation,
  idempotency: IdempotencyRequest | undefined,
): Promise<CreationReply<z.infer<typeof person>>> {
  const earlier = await earlierReply(table, idempotency, person);
  if (earlier !== undefined) return earlier;

  const known = await store.invitation(email);
  const isBegun = known !== undefined && known.sub === undefined;
  const now = clock();
  const begun = isBegun
    ? known
    : {
        schemaVersion: 1 as const,
        version: (known?.version ?? 0) + 1,
        email,
        marker: `invitation-${ids()}`,
        expiresAtSeconds: Math.floor(now.getTime() / 1000) + invitationSeconds,
      };
  if (!isBegun) await store.keep({ invitation: begun });

  const account = await accounts.create({ email, name, marker: begun.marker, invite: true });
  if (account === undefined) throw new CabinetError('alreadyExists', { message: existsAlready });
  const { sub } = account;
  await colleagues.admit(sub, roles);

  return createOnce(table, idempotency, [], person, () => {
    const body = presentPerson({ account, roles, unfinished: false });
    const record = { schemaVersion: 1 as const, version: 1, email, name, roles: [...roles], enabled: true };
    const actions = store.actionsOf({
      person: { sub, record },
      invitation: { ...begun, version: begun.version + 1, sub },
      activities: [
        {
          schemaVersion: 1,
          at: now.toISOString(),
          by: { side: 'operator', role: 'administrator', sub: scope.sub },
          action: 'invited',
          subject: { type: 'person', id: sub },
          detail: roles.join(', '),
        },
      ],
    });
    return { actions, reply: { body, version: 1, location: body.href } };
  });
}

const existsAlready = {
  ru: 'У этого адреса уже есть учётная запись. Укажите другой адрес или обратитесь к персональному менеджеру',
  en: 'This address has an account already. Use another one, or ask your account manager',
};
