import { createHmac } from 'node:crypto';

/** The `Credential` of a signature: who signed, and for what. The date is `YYYYMMDD`. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** Parses `<access key>/<date>/<region>/<service>/aws4_request`; undefined when malformed. */
export function parseCredentialScope(credential: string): CredentialScope | undefined {
  const match = /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential);
  if (!match) return undefined;
  const [, accessKeyId = '', date = '', region = '', service = ''] = match;
  return { accessKeyId, date, region, service };
}

/** Signs the hash of a canonical request, as hex. `timestamp` is the basic ISO 8601 form, `YYYYMMDDTHHMMSSZ`. */
export function signCanonicalRequest(
  secret: string,
  scope: CredentialScope,
  timestamp: string,
  canonicalRequestHash: string,
): string {
  const credentialScope = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  return sign(
    secret,
    scope,
    ['AWS4-HMAC-SHA256', timestamp, credentialScope, canonicalRequestHash].join('\n'),
  );
}

/** Signs any text with the key derived for that day, region and service, as hex. */
export function sign(secret: string, scope: CredentialScope, text: string): string {
  return createHmac('sha256', signingKey(secret, scope)).update(text).digest('hex');
}

/** Keys of a day are derived once: that takes longer than all the rest of a verification. */
const signingKeys = new Map<string, Buffer>();
const maxSigningKeys = 1000;

function signingKey(secret: string, { date, region, service }: CredentialScope): Buffer {
  const parts = [date, region, service, 'aws4_request'];
  const id = [secret, ...parts].join('\n');
  const known = signingKeys.get(id);
  if (known) return known;
  const key = parts.reduce<Buffer>(
    (derived, part) => createHmac('sha256', derived).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  if (signingKeys.size >= maxSigningKeys) signingKeys.clear();
  signingKeys.set(id, key);
  return key;
}
