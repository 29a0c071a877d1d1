/** An account, as the directory of accounts knows it. */
export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly name: string | undefined;
  readonly enabled: boolean;
  /** Has signed in with a password of its own at least once. */
  readonly confirmed: boolean;
  /** Says what made the account; nobody can change it. */
  readonly marker: string | undefined;
}

/** An account to make. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly marker: string;
  /** Whether its owner is written to, with a temporary password. */
  readonly invite: boolean;
}

/** The directory of accounts, as this capability needs it. Every call can be repeated. */
export interface Accounts {
  /** A page of the members of a group, 60 at most. */
  readonly listMembers: (
    group: string,
    cursor: string | undefined,
  ) => Promise<{ readonly accounts: readonly Account[]; readonly next: string | undefined }>;
  readonly read: (sub: string) => Promise<Account | undefined>;
  readonly groupsOf: (sub: string) => Promise<readonly string[]>;
  /** Makes an account, or finds the one that an earlier attempt with the same marker made; undefined where the login is taken. */
  readonly create: (account: NewAccount) => Promise<Account | undefined>;
  /** Sends another temporary password to somebody who never signed in; false where that is not so. */
  readonly inviteAgain: (account: Account) => Promise<boolean>;
  readonly addToGroup: (sub: string, group: string) => Promise<void>;
  readonly removeFromGroup: (sub: string, group: string) => Promise<void>;
  readonly setEnabled: (sub: string, enabled: boolean) => Promise<void>;
  readonly setPassword: (sub: string, password: string) => Promise<void>;
  /** Ends every session: no refresh token works any more. */
  readonly signOut: (sub: string) => Promise<void>;
  readonly remove: (sub: string) => Promise<void>;
}
