/** What became of a requested account. */
export type Account =
  | { readonly outcome: 'created'; readonly sub: string }
  /** Somebody has that login already; nothing was done to it. */
  | { readonly outcome: 'existed' }
  /** The directory takes no such login. */
  | { readonly outcome: 'rejected' };

/** Somebody who gets an account. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Marks the account for life as one that this application made: a repetition knows its own by it. */
  readonly applicationId: string;
}

/** The directory of accounts, as an approval needs it. Every call can be repeated. */
export interface Accounts {
  /** Description of a group; undefined where there is no such group. */
  readonly describeGroup: (name: string) => Promise<{ readonly description: string } | undefined>;
  /** Makes a group, unless it is there. */
  readonly createGroup: (name: string, description: string) => Promise<void>;
  /** Makes an account and has its temporary password sent, unless the login is taken. */
  readonly createAccount: (account: NewAccount) => Promise<Account>;
  /** Puts an account into a group, where it may be already. */
  readonly addToGroup: (sub: string, group: string) => Promise<void>;
}
