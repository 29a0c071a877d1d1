import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { SecretReference } from '../template/assembly.ts';
import { openDurableFile } from './durable-file.ts';

/** Generates a secret as Secrets Manager would, once per secret and JSON key, and stores it in the file. */
export function openSecrets(path: string): (reference: SecretReference) => string {
  const file = openDurableFile(path, z.record(z.string(), z.string()));
  const secrets = file.read() ?? {};
  return ({ secretName, jsonKey }) => {
    const id = jsonKey === undefined ? secretName : `${secretName}:${jsonKey}`;
    const known = secrets[id];
    if (known !== undefined) return known;
    const value = randomBytes(24).toString('hex');
    secrets[id] = value;
    file.write(secrets);
    return value;
  };
}
