import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { applicantOf, applicationIdPattern } from '../../../../shared/auth/applicant.ts';
import { OutsideScope } from '../../../../shared/auth/outside-scope.ts';
import { Partition } from '../../../../shared/table/partition.ts';

const secret = () => randomBytes(32).toString('base64url');

describe('the secret of an access application', () => {
  it('opens one application, the same every time', () => {
    const mine = secret();
    expect(applicantOf(mine)).toEqual(applicantOf(mine));
    expect(applicantOf(mine)?.applicationId).toMatch(applicationIdPattern);
    expect(applicantOf(secret())?.applicationId).not.toBe(applicantOf(mine)?.applicationId);
  });

  it('cannot be derived from its hash, nor the hash from the reference code', () => {
    const mine = secret();
    const { applicationId, secretHash } = applicantOf(mine)!;
    expect(JSON.stringify({ applicationId, secretHash })).not.toContain(mine);
    expect(secretHash).not.toContain(applicationId);
  });

  it.each(['', 'short', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)} `])(
    'has the shape of 32 bytes, which %j has not',
    (text) => {
      expect(applicantOf(text)).toBeUndefined();
    },
  );
});

describe('the partition of an access application', () => {
  const scope = applicantOf(secret())!;

  it('is accessible to the holder of its secret, and to managers', () => {
    const key = `APPLICATION#${scope.applicationId}`;
    expect(Partition.ofApplication(scope, scope.applicationId).key).toBe(key);
    const manager = {
      kind: 'portfolio',
      sub: 'm',
      roles: ['manager'],
      operatorIds: new Set<string>(),
    } as const;
    expect(Partition.ofApplication(manager, scope.applicationId).key).toBe(key);
  });

  it('is outside all other scopes, and operators are outside an applicant’s', () => {
    const other = applicantOf(secret())!;
    const support = { kind: 'support', sub: 's', roles: ['support'] } as const;
    for (const stranger of [other, support, { kind: 'public' } as const]) {
      expect(() => Partition.ofApplication(stranger, scope.applicationId)).toThrow(OutsideScope);
    }
    expect(() => Partition.ofOperator(scope, 'severtelecom')).toThrow(OutsideScope);
  });
});
