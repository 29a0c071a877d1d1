/** Signs as the account's root user: with all permissions, except for what a resource's policy denies. */
interface Administrator {
  readonly kind: 'administrator';
  readonly arn: string;
}

/** A function, or a service on behalf of the account, with the permissions of a role. */
interface RoleSession {
  readonly kind: 'role';
  /** `arn:aws:sts::<account>:assumed-role/<role>/<session>`. */
  readonly arn: string;
  readonly roleArn: string;
}

/** An AWS service that delivers something on behalf of a resource. */
interface ServiceCaller {
  readonly kind: 'service';
  /** `events.amazonaws.com`, for example. */
  readonly arn: string;
}

/** Who makes a request. */
export type Caller = Administrator | RoleSession | ServiceCaller;

export function rootOf(account: string): Administrator {
  return { kind: 'administrator', arn: `arn:aws:iam::${account}:root` };
}

/** The session that Lambda, or another service, opens for a role. */
export function sessionOf(roleArn: string, sessionName: string): RoleSession {
  const [, account = '', roleName = ''] = /^arn:aws:iam::(\d*):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
  const arn = `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`;
  return { kind: 'role', arn, roleArn };
}

export function serviceNamed(name: string): ServiceCaller {
  return { kind: 'service', arn: name };
}
