import type { Credentials } from '../aws/sigv4.ts';
import { equalInConstantTime } from '../aws/timing-safe.ts';
import type { AccessKey } from './access-keys.ts';
import type { Caller } from './caller.ts';
import type { Policy } from './policy.ts';
import type { ResourcePolicies } from './resource-policies.ts';
import type { AccessRequest } from './statement.ts';

/** Why a request is refused. */
interface Denial {
  /** In the words of AWS: "Troubleshoot access denied error messages", IAM user guide. */
  readonly message: string;
}

/** An access key, and who has it. */
export interface KeyHolder {
  readonly key: AccessKey;
  readonly caller: Caller;
}

/** Who may do what: every service asks it about every signed request. */
export interface Access {
  /** Secrets by access key id, for verifying signatures. */
  readonly credentials: Credentials;
  /** Who has the access key of a verified signature; undefined when the session token does not belong to it. */
  identify(accessKeyId: string, sessionToken: string | undefined): Caller | undefined;
  /** Undefined when the caller may do it. */
  check(caller: Caller, request: AccessRequest): Denial | undefined;
}

export interface AccessOptions {
  readonly holders: readonly KeyHolder[];
  /** Policies of roles, by ARN. */
  readonly rolePolicies?: ReadonlyMap<string, Policy> | undefined;
  readonly resourcePolicies?: ResourcePolicies | undefined;
}

/**
 * Decides as IAM does within one account: a denial wins; otherwise, a policy of the caller's role or of the resource
 * must allow the request ("Policy evaluation logic", IAM user guide).
 */
export function createAccess(options: AccessOptions): Access {
  const { holders, rolePolicies = new Map<string, Policy>(), resourcePolicies } = options;
  const byKey = new Map(holders.map((holder) => [holder.key.accessKeyId, holder]));

  const judgeIdentity = (caller: Caller, request: AccessRequest) => {
    if (caller.kind === 'administrator') return 'allowed';
    return caller.kind === 'role' ? rolePolicies.get(caller.roleArn)?.judge(caller, request) : undefined;
  };
  return {
    credentials: new Map(holders.map(({ key }) => [key.accessKeyId, key.secretAccessKey])),
    identify: (accessKeyId, sessionToken = '') => {
      const holder = byKey.get(accessKeyId);
      if (!holder || !equalInConstantTime(holder.key.sessionToken ?? '', sessionToken)) return undefined;
      return holder.caller;
    },
    check: (caller, request) => {
      const identity = judgeIdentity(caller, request);
      if (identity === 'denied')
        return deny(caller, request, 'with an explicit deny in an identity-based policy');
      const found = resourcePolicies?.find(request.resource);
      const resource = found?.policy.judge(caller, request);
      if (resource === 'denied')
        return deny(caller, request, 'with an explicit deny in a resource-based policy');
      if (resource === 'allowed') return undefined;
      const reason = `because no ${caller.kind === 'service' ? 'resource' : 'identity'}-based policy allows`;
      if (identity === undefined) return deny(caller, request, `${reason} the ${request.action} action`);
      if (found?.isRequired === true && !found.policy.delegates(request))
        return deny(caller, request, `because no resource-based policy allows the ${request.action} action`);
      return undefined;
    },
  };
}

function deny({ arn }: Caller, { action, resource }: AccessRequest, reason: string): Denial {
  return {
    message: `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
  };
}
