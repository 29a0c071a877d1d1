/** Raised with every change of the tables: files of other versions are refused rather than guessed at. */
export const schemaVersion = 1;

/** Times are milliseconds since the epoch; secrets that only have to be recognised are stored as hashes. */
export const createTablesSql = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE users (
  sub TEXT PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  sign_in_name TEXT NOT NULL UNIQUE,
  attributes TEXT NOT NULL,
  status TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  salt TEXT NOT NULL,
  verifier TEXT NOT NULL,
  temporary_password_expires_at INTEGER,
  totp_secret TEXT,
  totp_pending_secret TEXT,
  totp_last_step INTEGER,
  mfa_enabled INTEGER NOT NULL,
  mfa_preferred INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX users_by_creation ON users (created_at, sub);

CREATE TABLE earlier_passwords (
  id INTEGER PRIMARY KEY,
  sub TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
  salt TEXT NOT NULL,
  verifier TEXT NOT NULL
) STRICT;
CREATE INDEX earlier_passwords_by_user ON earlier_passwords (sub, id);

CREATE TABLE user_groups (
  name TEXT PRIMARY KEY,
  description TEXT,
  precedence INTEGER,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships (
  group_name TEXT NOT NULL REFERENCES user_groups ON DELETE CASCADE,
  sub TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (group_name, sub)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_user ON memberships (sub);

CREATE TABLE sign_ins (
  origin TEXT PRIMARY KEY,
  sub TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  authenticated_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX sign_ins_by_user ON sign_ins (sub);
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

CREATE TABLE refresh_tokens (
  hash TEXT PRIMARY KEY,
  origin TEXT NOT NULL REFERENCES sign_ins ON DELETE CASCADE,
  rotated_at INTEGER
) STRICT;
CREATE INDEX refresh_tokens_by_origin ON refresh_tokens (origin);

CREATE TABLE challenges (
  hash TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  challenge TEXT NOT NULL,
  failures INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX challenges_by_expiry ON challenges (expires_at);

CREATE TABLE reset_codes (
  sub TEXT PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  hash TEXT NOT NULL,
  failures INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE failed_attempts (
  name TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  locked_until INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT;
`;
