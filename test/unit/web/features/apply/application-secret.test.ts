import { expect, test } from 'vitest';
import { applicantOf } from '../../../../../shared/auth/applicant.ts';
import { isApplicationSecret, parseReferenceCode } from '../../../../../shared/auth/applicant-secret.ts';
import { showCode } from '../../../../../web/src/entities/application/reference-code.ts';
import { applicationIdOf, newSecret } from '../../../../../web/src/features/apply/application-secret.ts';

test('the page makes secrets from which it reads the same reference code as the cabinet', async () => {
  const secret = newSecret();
  expect(isApplicationSecret(secret)).toBe(true);
  expect(newSecret()).not.toBe(secret);
  expect(await applicationIdOf(secret)).toBe(applicantOf(secret)?.applicationId);
});

test('a reference code survives being typed and dictated', async () => {
  const code = await applicationIdOf(newSecret());
  expect(showCode('ABCDEFGHJKMNPQRS')).toBe('ABCD-EFGH-JKMN-PQRS');
  expect(parseReferenceCode(showCode(code))).toBe(code);
  expect(parseReferenceCode(` ${showCode(code).toLowerCase().replaceAll('-', ' — ')} `)).toBe(code);
  expect(parseReferenceCode('oil0 0000 0000 0000')).toBe('0110000000000000');
  for (const wrong of ['', 'ABCD', `${code}0`, 'UUUUUUUUUUUUUUUU', '../../../../me'])
    expect(parseReferenceCode(wrong)).toBeUndefined();
});
