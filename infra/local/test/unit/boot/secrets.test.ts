import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSecrets } from '../../../boot/secrets.ts';

test('a secret is generated once, is the same on every start, and unique', () => {
  const directory = mkdtempSync(join(tmpdir(), 'app-secrets-'));
  const file = join(directory, 'secrets.json');
  const secret = { secretName: 'origin', jsonKey: undefined };
  const first = openSecrets(file);
  const value = first(secret);
  expect(value).toMatch(/^[0-9a-f]{48}$/);
  expect(first(secret)).toBe(value);
  expect(openSecrets(file)(secret)).toBe(value);
  expect(first({ ...secret, jsonKey: 'key' })).not.toBe(value);
  expect(openSecrets(join(directory, 'other.json'))(secret)).not.toBe(value);
  rmSync(directory, { recursive: true });
});
