import type * as z from 'zod';
import { operatorRoles, type OperatorRole } from '../../shared/auth/roles.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError, invalidRequest } from '../../shared/errors.ts';
import { operatorActor } from '../../shared/history/actor.ts';
import type { Account } from '../../shared/identity/user-pool.ts';
import type { Creation } from '../../shared/table/creation.ts';
import type { CreationReply } from '../../shared/table/idempotency.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Table } from '../../shared/table/table.ts';
import { moscowDayOf } from '../../shared/time/moscow-day.ts';
import type { Accounts } from './accounts.ts';
import type { Colleagues } from './colleagues.ts';
import { countMail, uncountMail } from './invitation-limits.ts';
import { type StartedInvitation, isStarted } from './invitation-record.ts';
import { haveSameRoles } from './membership.ts';
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
 * Invites a person. The invitation is saved before the account is created, and its marker is stored in the account: a
 * repetition after an interruption recognises its own account. A concurrent invitation of the same address completes
 * this one if the roles are the same, and is refused otherwise, so that no account gets the roles of both.
 *
 * @throws CabinetError `alreadyExists` for an address that has an account anywhere, or an invitation with other roles;
 *   `tooManyInvitations`
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
  // Read after the invitation: if the same request has just completed it, the reply is there.
  const earlier = await creation.earlier();
  if (earlier !== undefined) return earlier;

  const started = await start(dependencies, invitation, found, now);
  const account = await createAccount(dependencies, invitation, started);
  const { sub } = account;
  const { email, name, roles } = invitation;
  await colleagues.admit(sub, roles);

  const body = presentPerson({ account, roles, unfinished: false });
  const record = { schemaVersion: 1 as const, version: 1, email, name, roles: [...roles], enabled: true };
  const actions = store.actionsOf({
    person: { sub, record },
    invitation: { ...started, version: started.version + 1, sub },
    activities: [
      {
        schemaVersion: 1,
        at: now.toISOString(),
        by: operatorActor(scope, 'administrator'),
        action: 'invited',
        subject: { type: 'person', id: sub },
        detail: roles.join(', '),
      },
    ],
  });
  return creation.save(actions, { body, version: 1, location: body.href });
}

/** Saves a started invitation, or finds the one that was started with the same roles and not completed. */
async function start(
  { accounts, store, ids }: Dependencies,
  { email, roles }: Invitation,
  found: Awaited<ReturnType<PeopleStore['invitation']>>,
  now: Date,
): Promise<StartedInvitation> {
  const { known } = found;
  if (known !== undefined && isStarted(known)) {
    const others = known.roles ?? roles;
    if (!haveSameRoles(others, roles))
      throw new CabinetError('alreadyExists', { message: startedWithOtherRoles(others) });
    return known;
  }
  // An earlier invitee who still has an account is reported as such, even if the limit of mails is reached.
  if (known !== undefined && (await accounts.readAccount(email)) !== undefined)
    throw new CabinetError('alreadyExists', { message: existsAlready });

  const { invitation, mail } = countMail(email, found, now);
  const started: StartedInvitation = { ...invitation, marker: `invitation-${ids()}`, roles: [...roles] };
  delete started.sub;
  await store.save({ invitation: started, mail });
  return started;
}

/** Creates the account; withdraws the invitation if the user pool rejects it. */
async function createAccount(
  { accounts, store }: Dependencies,
  { email, name }: Invitation,
  started: StartedInvitation,
): Promise<Account> {
  const refuse = async (refusal: CabinetError) => {
    const withdrawn = uncountMail(started);
    delete withdrawn.marker;
    delete withdrawn.roles;
    await store.save({ invitation: withdrawn });
    throw refusal;
  };
  // If the user pool is too busy, the invitation stays started.
  const creation = await accounts.createAccount({ email, name, marker: started.marker, invite: true });
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
  en: 'This address already has an account. Use another one, or ask your account manager',
};

const roleWords: Readonly<Record<OperatorRole, { readonly ru: string; readonly en: string }>> = {
  administrator: { ru: 'администратор', en: 'administrator' },
  finance: { ru: 'финансовый специалист', en: 'finance' },
  technical: { ru: 'технический специалист', en: 'technical' },
};

function startedWithOtherRoles(roles: readonly OperatorRole[]) {
  const words = operatorRoles.filter((role) => roles.includes(role)).map((role) => roleWords[role]);
  const list = (language: 'ru' | 'en') => words.map((word) => word[language]).join(', ');
  return {
    ru: `Приглашение на этот адрес уже начато с другими ролями: ${list('ru')}. Повторите его с этими ролями, затем измените их`,
    en: `An invitation to this address was started with other roles: ${list('en')}. Repeat it with those, then change the roles`,
  };
}
