import { UnresolvableError } from './errors.ts';

/** A secret that a template reads with `{{resolve:secretsmanager:…}}`. */
export interface SecretReference {
  /** Name of the secret, also if the template has its ARN. */
  readonly secretName: string;
  /** Key in the secret's JSON; undefined for the whole string. */
  readonly jsonKey: string | undefined;
}

/** Sources of the values of `{{resolve:…}}`. */
export interface DynamicSources {
  readonly secret: (reference: SecretReference) => string;
  readonly ssmParameter: (parameterName: string) => string;
}

/**
 * Replaces the dynamic references in all strings of a value.
 * @throws {UnresolvableError} for an unsupported service. Source: AWS CloudFormation User Guide, "Get values stored
 * in other services using dynamic references".
 */
export function replaceDynamicReferences(value: unknown, sources: DynamicSources): unknown {
  if (typeof value === 'string') return value.includes('{{resolve:') ? replaceInText(value, sources) : value;
  if (Array.isArray(value)) return value.map((item) => replaceDynamicReferences(item, sources));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, replaceDynamicReferences(member, sources)]),
  );
}

function replaceInText(value: string, sources: DynamicSources): string {
  return value.replace(/\{\{resolve:([^:}]+):([^}]+)\}\}/g, (_, service: string, reference: string) => {
    if (service === 'ssm') return sources.ssmParameter(reference.split(':')[0] ?? '');
    if (service === 'secretsmanager') return sources.secret(parseSecretReference(reference));
    throw new UnresolvableError(`the local stack does not support {{resolve:${service}:…}}`);
  });
}

/** `secret-id:SecretString:json-key:version-stage:version-id`, where the id may be an ARN of seven parts. */
function parseSecretReference(reference: string): SecretReference {
  const parts = reference.split(':');
  const isArn = parts[0] === 'arn';
  // In an ARN, Secrets Manager appends a dash and six characters to the name.
  const secretName = isArn ? (parts[6] ?? '').replace(/-[^-]{6}$/, '') : (parts[0] ?? '');
  const jsonKey = parts[isArn ? 8 : 2];
  return { secretName, jsonKey: jsonKey === '' ? undefined : jsonKey };
}
