import type * as z from 'zod';
import { operatorRoles, type OperatorRole } from '../../shared/auth/roles.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError, invalidRequest } from '../../shared/errors.ts';
import type { Account } from '../../shared/identity/user-pool.ts';
import type { Creation } from '../../shared/table/creation.ts';
import type { CreationReply } from '../../shared/table/idempotency.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Table } from '../../shared/table/table.ts';
import { moscowDayOf } from '../../shared/time/moscow-day.ts';
import type { Accounts } from './accounts.ts';
import type { Colleagues } from './colleagues.ts';
import { anotherMail, withoutMail } from './invitation-limits.ts';
import { type BegunInvitation, isBegun } from './invitation-record.ts';
import { isSameRoles } from './membership.ts';
import { type person, presentPerson } from './person-resource.ts';
import type { PeopleStore } from './store.ts';

interface Dependencies {
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
 * repetition after whatever stopped it knows its own account from a stranger's. Whoever else invites the same address
 * meanwhile helps where the roles are the same, and is refused where they are not: nobody gets the roles of two.
 *
 * @throws CabinetError `alreadyExists` for an address that has an account, whosever it is, or an invitation with other
 *   roles; `tooManyInvitations`
 */
export function invitePerson(
  dependencies: Dependencies,
  invitation: Invitation,
  creation: Creation<z.infer<typeof person>>,
): Promise<CreationReply<z.infer<typeof person>>> {
  return retryOnConflict(() => attempt(dependencies, invitation, creation));
}

async function attempt(
  dependencies: Dependencies,
  invitation: Invitation,
  creation: Creation<z.infer<typeof person>>,
): Promise<CreationReply<z.infer<typeof person>>> {
  const { store, colleagues, scope, clock } = dependencies;
  const now = clock();
  const found = await store.invitation(invitation.email, moscowDayOf(now));
  // After the invitation: where the same request has just ended it, its answer is there.
  const earlier = await creation.earlier();
  if (earlier !== undefined) return earlier;

  const begun = await begin(dependencies, invitation, found, now);
  const account = await makeAccount(dependencies, invitation, begun);
  const { sub } = account;
  const { email, name, roles } = invitation;
  await colleagues.admit(sub, roles);

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
  return creation.save(actions, { body, version: 1, location: body.href });
}

/** Keeps an invitation, or finds the one that was begun alike and not ended. */
async function begin(
  { accounts, store, ids }: Dependencies,
  { email, roles }: Invitation,
  found: Awaited<ReturnType<PeopleStore['invitation']>>,
  now: Date,
): Promise<BegunInvitation> {
  const { known } = found;
  if (known !== undefined && isBegun(known)) {
    const others = known.roles ?? roles;
    if (!isSameRoles(others, roles))
      throw new CabinetError('alreadyExists', { message: begunOtherwise(others) });
    return known;
  }
  // Whoever was invited before and is still there is said to be, however many mails there were.
  if (known !== undefined && (await accounts.readAccount(email)) !== undefined)
    throw new CabinetError('alreadyExists', { message: existsAlready });

  const { invitation, mail } = anotherMail(email, found, now);
  const begun: BegunInvitation = { ...invitation, marker: `invitation-${ids()}`, roles: [...roles] };
  delete begun.sub;
  await store.keep({ invitation: begun, mail });
  return begun;
}

/** Makes the account; where the directory will not have it, the invitation is taken back. */
async function makeAccount(
  { accounts, store }: Dependencies,
  { email, name }: Invitation,
  begun: BegunInvitation,
): Promise<Account> {
  const refuse = async (refusal: CabinetError) => {
    const withdrawn = withoutMail(begun);
    delete withdrawn.marker;
    delete withdrawn.roles;
    await store.keep({ invitation: withdrawn });
    throw refusal;
  };
  // An invitation that the user pool is too busy for stays begun.
  const creation = await accounts.createAccount({ email, name, marker: begun.marker, invite: true });
  switch (creation.outcome) {
    case 'created':
      return creation.account;
    case 'existed':
      return refuse(new CabinetError('alreadyExists', { message: existsAlready }));
    case 'rejected':
      return refuse(invalidRequest([{ pointer: '/email', message: emailRejected }]));
  }
}

const emailRejected = {
  ru: 'Такой адрес не принимается',
  en: 'This address is not accepted',
};

const existsAlready = {
  ru: 'У этого адреса уже есть учётная запись. Укажите другой адрес или обратитесь к персональному менеджеру',
  en: 'This address has an account already. Use another one, or ask your account manager',
};

const roleWords: Readonly<Record<OperatorRole, { readonly ru: string; readonly en: string }>> = {
  administrator: { ru: 'администратор', en: 'administrator' },
  finance: { ru: 'финансы', en: 'finance' },
  technical: { ru: 'технический специалист', en: 'technical' },
};

function begunOtherwise(roles: readonly OperatorRole[]) {
  const words = operatorRoles.filter((role) => roles.includes(role)).map((role) => roleWords[role]);
  const list = (language: 'ru' | 'en') => words.map((word) => word[language]).join(', ');
  return {
    ru: `Приглашение на этот адрес уже начато с другими ролями: ${list('ru')}. Повторите его с ними, потом измените роли`,
    en: `An invitation of this address was begun with other roles: ${list('en')}. Repeat it with them, then change the roles`,
  };
}
