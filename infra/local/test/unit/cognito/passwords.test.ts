import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPasswordPolicy, generatePassword } from '../../../cognito/passwords.ts';
import { parseUserPoolProperties } from '../../../cognito/pool-properties.ts';

const policyOf = (policy?: object): Parameters<typeof checkPasswordPolicy>[0] =>
  parseUserPoolProperties(policy ? { Policies: { PasswordPolicy: policy } } : {}).Policies.PasswordPolicy;

const strict = policyOf({
  MinimumLength: 12,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
});

describe('the password policy', () => {
  it.each([
    ['Short1!', 'Password not long enough'],
    [`Aa1!${'x'.repeat(253)}`, 'Password too long'],
    ['ALL-UPPERCASE1', 'Password must have lowercase characters'],
    ['all-lowercase1', 'Password must have uppercase characters'],
    ['No-Numbers-Here', 'Password must have numeric characters'],
    ['NoSymbolsHere12', 'Password must have symbol characters'],
    // Only the listed symbols count: a letter of another alphabet is not one.
    ['NoSymbolsHereЖ1', 'Password must have symbol characters'],
    [' Blank-First-1', 'Password must not start or end with a blank'],
  ])('refuses %j: %s', (password, reason) => {
    expect(() => {
      checkPasswordPolicy(strict, password);
    }).toThrow(
      expect.objectContaining({
        code: 'InvalidPasswordException',
        message: `Password did not conform with policy: ${reason}`,
      }),
    );
  });

  it('accepts a matching password', () => {
    expect(() => {
      checkPasswordPolicy(strict, 'Correct-Horse 1');
    }).not.toThrow();
  });

  it('is Cognito’s default if the pool has none', () => {
    expect(() => {
      checkPasswordPolicy(policyOf(), 'lowercase');
    }).toThrow('uppercase');
    expect(() => {
      checkPasswordPolicy(policyOf({ MinimumLength: 8 }), 'lowercase');
    }).not.toThrow();
  });

  it('is met by every generated password', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 99 }), (MinimumLength) => {
        const policy = { ...strict, MinimumLength };
        const password = generatePassword(policy);
        checkPasswordPolicy(policy, password);
        return password.length === Math.max(12, MinimumLength);
      }),
    );
  });
});
