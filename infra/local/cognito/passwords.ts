import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { equalInConstantTime } from '../aws/timing-safe.ts';
import { CognitoError } from './errors.ts';
import type { PasswordPolicy } from './pool-properties.ts';
import type { Pool } from './pool.ts';
import { createSalt, deriveVerifier } from './srp.ts';
import type { User } from './users.ts';

const dayMs = 86_400_000;
const maxPasswordLength = 256;

const lowercaseLetters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
/** What counts as a symbol (developer guide, "Password requirements"); so does a space, except at either end. */
const symbolCharacters = '^$*.[]{}()?-"!@#%&/\\,><\':;|_~`+=';

/** A password's verifier with its salt, hexadecimal. */
export interface StoredPassword {
  readonly salt: string;
  readonly verifier: string;
}

const passwordRow = z.object({ salt: z.string(), verifier: z.string() });

/** Whether this is the user's password. */
export function isPasswordOf(pool: Pool, user: User, password: string): boolean {
  return matches(pool, user.username, user, password);
}

/**
 * Checks a password against the pool's policy, the user's earlier ones included.
 * @throws InvalidPasswordException, PasswordHistoryPolicyViolationException
 */
export function checkPassword(pool: Pool, user: User, password: string): void {
  const policy = pool.properties.Policies.PasswordPolicy;
  checkPasswordPolicy(policy, password);
  const used = [user, ...listEarlierPasswords(pool, user, policy.PasswordHistorySize - 1)];
  if (policy.PasswordHistorySize > 0 && used.some((stored) => matches(pool, user.username, stored, password)))
    throw new CognitoError(
      'PasswordHistoryPolicyViolationException',
      'Password has previously been used and cannot be reused.',
    );
}

/** Checks a password's length and characters. @throws InvalidPasswordException */
export function checkPasswordPolicy(policy: PasswordPolicy, password: string): void {
  const rules: readonly [boolean, string][] = [
    [password.length >= policy.MinimumLength, 'Password not long enough'],
    [password.length <= maxPasswordLength, 'Password too long'],
    [password === password.trim(), 'Password must not start or end with a blank'],
    [!policy.RequireLowercase || /[a-z]/.test(password), 'Password must have lowercase characters'],
    [!policy.RequireUppercase || /[A-Z]/.test(password), 'Password must have uppercase characters'],
    [!policy.RequireNumbers || /\d/.test(password), 'Password must have numeric characters'],
    [
      !policy.RequireSymbols ||
        Array.from(`${symbolCharacters} `).some((symbol) => password.includes(symbol)),
      'Password must have symbol characters',
    ],
  ];
  const broken = rules.find(([isMet]) => !isMet);
  if (broken)
    throw new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${broken[1]}`);
}

/**
 * Stores a permanent password, chosen by the user or set by an administrator; the replaced one goes into the history.
 */
export function setPassword(pool: Pool, user: User, password: string): void {
  pool.database.transaction(() => {
    if (user.status !== 'FORCE_CHANGE_PASSWORD') rememberPassword(pool, user);
    pool.users.change(user.sub, {
      ...encryptPassword(pool, user.username, password),
      status: 'CONFIRMED',
      temporaryPasswordExpiresAt: null,
    });
    pool.failedAttempts.forget(user.sub);
  });
}

/** Stores a password that must be changed at the first sign-in, before it expires by the pool's policy. */
export function setTemporaryPassword(pool: Pool, user: User, password: string): void {
  pool.database.transaction(() => {
    pool.users.change(user.sub, {
      ...encryptPassword(pool, user.username, password),
      status: 'FORCE_CHANGE_PASSWORD',
      temporaryPasswordExpiresAt: temporaryPasswordExpiry(pool),
    });
    pool.failedAttempts.forget(user.sub);
  });
}

/** When a temporary password that is set now expires, in milliseconds. */
export function temporaryPasswordExpiry(pool: Pool): number {
  return pool.now() + pool.properties.Policies.PasswordPolicy.TemporaryPasswordValidityDays * dayMs;
}

/** The stored form of a password. */
export function encryptPassword(pool: Pool, username: string, password: string): StoredPassword {
  const salt = createSalt();
  return { salt, verifier: deriveVerifier({ poolName: pool.name, username }, password, salt) };
}

/** A random password that satisfies the policy. */
export function generatePassword(policy: PasswordPolicy): string {
  const classes = [lowercaseLetters, lowercaseLetters.toUpperCase(), digits, symbolCharacters];
  const length = Math.max(policy.MinimumLength, 12);
  const characters = Array.from({ length }, (_, index) => pick(classes[index] ?? classes.join('')));
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const moved = characters[last] ?? '';
    characters[last] = characters[other] ?? '';
    characters[other] = moved;
  }
  return characters.join('');
}

function pick(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}

function matches(pool: Pool, username: string, stored: StoredPassword, password: string): boolean {
  const verifier = deriveVerifier({ poolName: pool.name, username }, password, stored.salt);
  return equalInConstantTime(verifier, stored.verifier);
}

function listEarlierPasswords(pool: Pool, user: User, count: number): StoredPassword[] {
  return pool.database.all(
    passwordRow,
    'SELECT salt, verifier FROM earlier_passwords WHERE sub = ? ORDER BY id DESC LIMIT ?',
    user.sub,
    Math.max(count, 0),
  );
}

function rememberPassword(pool: Pool, user: User): void {
  const size = pool.properties.Policies.PasswordPolicy.PasswordHistorySize;
  if (size === 0) return;
  pool.database.run(
    'INSERT INTO earlier_passwords (sub, salt, verifier) VALUES (?, ?, ?)',
    user.sub,
    user.salt,
    user.verifier,
  );
  pool.database.run(
    `DELETE FROM earlier_passwords WHERE sub = ? AND id NOT IN
     (SELECT id FROM earlier_passwords WHERE sub = ? ORDER BY id DESC LIMIT ?)`,
    user.sub,
    user.sub,
    size,
  );
}
