import { join } from 'node:path';
import { deriveAccessKey, type AccessKey } from '../iam/access-keys.ts';
import { createAccess, type Access, type KeyHolder } from '../iam/access.ts';
import { rootOf, sessionOf } from '../iam/caller.ts';
import { readResourcePolicies } from '../iam/resource-policies.ts';
import { readRolePolicies } from '../iam/role-policies.ts';
import { readPlans } from '../guardduty/malware-protection.ts';
import { readFunctions } from '../lambda/definition.ts';
import type { Assembly } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';
import { credentials } from './function-environment.ts';
import { openSecrets } from './secrets.ts';

/** Temporary credentials for the roles of a template. */
export interface Sessions {
  /** Credentials of a function: those of its role. */
  keyOfFunction(name: string): AccessKey;
  /** Credentials of GuardDuty for a role that it assumes. */
  keyOfScanner(roleArn: string): AccessKey;
}

/**
 * The sessions of all roles that something on this machine assumes. Their keys are the same at every start on a data
 * directory, so that a function can also run in a process beside the local stack.
 */
export function openSessions(assembly: Assembly, dataDirectory: string): Sessions {
  const secretOf = openSecrets(join(dataDirectory, 'access-keys.json'));
  const secret = secretOf({ secretName: 'access-keys', jsonKey: undefined });
  const roles = new Map(readFunctions(assembly).map(({ name, roleArn }) => [name, roleArn]));
  return {
    keyOfFunction: (name) => deriveAccessKey(secret, functionSession(name, roles.get(name))),
    keyOfScanner: (roleArn) => deriveAccessKey(secret, scannerSession(roleArn)),
  };
}

/**
 * Who may do what: the administrator everything, and each session what the template's policies allow.
 * @throws {UnsupportedError} for a function without a role, or a policy that the local stack does not support
 */
export function openAccess(assembly: Assembly, sessions: Sessions): Access {
  const functions = readFunctions(assembly).map(({ name, roleArn }) => ({
    key: sessions.keyOfFunction(name),
    caller: functionSession(name, roleArn),
  }));
  const scanners = readPlans(assembly).map(({ roleArn }) => ({
    key: sessions.keyOfScanner(roleArn),
    caller: scannerSession(roleArn),
  }));
  const assumed = [...functions, ...scanners];
  const administrator: KeyHolder = { key: credentials, caller: rootOf(assembly.account) };
  const roleArns = new Set(assumed.map(({ caller }) => caller.roleArn));
  return createAccess({
    holders: [administrator, ...assumed],
    rolePolicies: readRolePolicies(assembly, roleArns),
    resourcePolicies: readResourcePolicies(assembly, roleArns),
  });
}

/** In the cloud, the session has the function's name. */
export function functionSession(name: string, roleArn: string | undefined) {
  if (roleArn === undefined) throw new UnsupportedError(`the function ${name} has no role`);
  return sessionOf(roleArn, name);
}

function scannerSession(roleArn: string) {
  return sessionOf(roleArn, 'GuardDutyMalwareProtection');
}
