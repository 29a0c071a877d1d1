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
