/** Immutable attribute that identifies what an account was created for (infra/stacks/identity-stack.ts). */
export const markerAttribute = 'custom:application';

/** An account of the user pool. */
export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly name: string | undefined;
  readonly enabled: boolean;
  /** Whether the owner has set a password, by signing in once. */
  readonly confirmed: boolean;
  /** What the account was created for; immutable. */
  readonly marker: string | undefined;
}

/** An account to create. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** What the account is created for: a repeated request recognizes its own account by it. */
  readonly marker: string;
  /** Whether the owner is sent an invitation with a temporary password. */
  readonly invite: boolean;
}

/** Outcome of creating an account. */
type AccountCreation =
  | { readonly outcome: 'created'; readonly account: Account }
  /** Another account has that login; nothing was done to it. */
  | { readonly outcome: 'existed' }
  /** The user pool does not accept the login. */
  | { readonly outcome: 'rejected' };

/** A page of the members of a group. */
interface MemberPage {
  readonly accounts: readonly Account[];
  /** Cursor of the next page. */
  readonly next: string | undefined;
}

/**
 * The user pool. A capability picks the operations that it is granted; every one can be repeated, and all of them throw
 * CabinetError `unavailable` while the pool is too busy.
 */
export interface UserPool {
  /** Reads an account by its subject or its login. */
  readonly readAccount: (name: string) => Promise<Account | undefined>;
  /**
   * Creates an account, or finds the one that an earlier attempt with the same marker created.
   *
   * @throws CabinetError `concurrentChange` if the existing account was deleted at the same time
   */
  readonly createAccount: (account: NewAccount) => Promise<AccountCreation>;
  /** Sends another temporary password; false if the owner has signed in already. */
  readonly resendInvitation: (sub: string) => Promise<boolean>;
  readonly setEnabled: (sub: string, enabled: boolean) => Promise<void>;
  readonly setPassword: (sub: string, password: string) => Promise<void>;
  /** Ends every session: no refresh token works any more. */
  readonly signOut: (sub: string) => Promise<void>;
  readonly deleteAccount: (sub: string) => Promise<void>;
  /** Whether the account has a second factor that is switched on. */
  readonly hasSecondFactor: (name: string) => Promise<boolean>;

  /** Names of the groups of an account; none for an account that does not exist. */
  readonly groupsOf: (sub: string) => Promise<readonly string[]>;
  readonly addToGroup: (sub: string, group: string) => Promise<void>;
  readonly removeFromGroup: (sub: string, group: string) => Promise<void>;
  /**
   * A page of the members of a group, 60 at most.
   *
   * @throws CabinetError `invalidRequest` for a forged cursor
   */
  readonly listMembers: (group: string, cursor: string | undefined) => Promise<MemberPage>;

  /** Description of a group; undefined if there is no such group. */
  readonly describeGroup: (group: string) => Promise<string | undefined>;
  /** Creates a group; false if there is one already. */
  readonly createGroup: (group: string, description: string) => Promise<boolean>;
  readonly updateGroup: (group: string, description: string) => Promise<void>;
}
