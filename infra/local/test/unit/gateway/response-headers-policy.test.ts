import { expect, test } from 'vitest';
import {
  applyResponseHeaders,
  localizeContentSecurityPolicy,
} from '../../../gateway/response-headers-policy.ts';

test('Local endpoints are added to the hosts that a policy names, and nowhere else', () => {
  const policy =
    "default-src 'self'; connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com; upgrade-insecure-requests";
  expect(localizeContentSecurityPolicy(policy, ['http://127.0.0.1:1', 'http://127.0.0.1:2'])).toBe(
    "default-src 'self'; connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com http://127.0.0.1:1 http://127.0.0.1:2",
  );
});

test('A header without override keeps the origin’s', () => {
  const policy = {
    remove: ['server'],
    set: [
      { name: 'x-frame-options', value: 'DENY', override: true },
      { name: 'cache-control', value: 'no-store', override: false },
    ],
  };
  expect(
    applyResponseHeaders(policy, {
      server: 'x',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'private',
    }),
  ).toEqual({
    'x-frame-options': 'DENY',
    'cache-control': 'private',
  });
  expect(applyResponseHeaders(policy, {})).toEqual({
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  });
});
