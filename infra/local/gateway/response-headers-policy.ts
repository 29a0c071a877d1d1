import * as z from 'zod';
import type { Resource } from '../template/assembly.ts';

const overridable = { Override: z.boolean() };
const policySchema = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    SecurityHeadersConfig: z
      .strictObject({
        ContentSecurityPolicy: z
          .strictObject({ ContentSecurityPolicy: z.string(), ...overridable })
          .optional(),
        ContentTypeOptions: z.strictObject(overridable).optional(),
        FrameOptions: z.strictObject({ FrameOption: z.string(), ...overridable }).optional(),
        ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), ...overridable }).optional(),
        StrictTransportSecurity: z
          .strictObject({
            AccessControlMaxAgeSec: z.number(),
            IncludeSubdomains: z.boolean().default(false),
            Preload: z.boolean().default(false),
            ...overridable,
          })
          .optional(),
        XSSProtection: z
          .strictObject({ Protection: z.boolean(), ModeBlock: z.boolean().default(false), ...overridable })
          .optional(),
      })
      .default({}),
    CustomHeadersConfig: z
      .strictObject({
        Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), ...overridable })),
      })
      .default({ Items: [] }),
    RemoveHeadersConfig: z
      .strictObject({ Items: z.array(z.strictObject({ Header: z.string() })) })
      .default({ Items: [] }),
  }),
});

/** How CloudFront changes the headers of a response. */
export interface ResponseHeaders {
  /** Names in lower case. */
  readonly remove: readonly string[];
  readonly set: readonly { readonly name: string; readonly value: string; readonly override: boolean }[];
}

/** @param localOrigins added to the Content-Security-Policy where it names other hosts */
export function readResponseHeaders(policy: Resource, localOrigins: readonly string[]): ResponseHeaders {
  const config = policy.read(policySchema, []).ResponseHeadersPolicyConfig;
  const security = config.SecurityHeadersConfig;
  const csp = security.ContentSecurityPolicy;
  const transport = security.StrictTransportSecurity;
  const xss = security.XSSProtection;
  const candidates = [
    [
      'content-security-policy',
      csp && localizeContentSecurityPolicy(csp.ContentSecurityPolicy, localOrigins),
      csp,
    ],
    ['x-content-type-options', 'nosniff', security.ContentTypeOptions],
    ['x-frame-options', security.FrameOptions?.FrameOption, security.FrameOptions],
    ['referrer-policy', security.ReferrerPolicy?.ReferrerPolicy, security.ReferrerPolicy],
    [
      'strict-transport-security',
      transport &&
        `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains ? '; includeSubDomains' : ''}${transport.Preload ? '; preload' : ''}`,
      transport,
    ],
    ['x-xss-protection', xss && `${xss.Protection ? '1' : '0'}${xss.ModeBlock ? '; mode=block' : ''}`, xss],
  ] as const;
  const set = candidates.flatMap(([name, value, declared]) =>
    declared && value !== undefined ? [{ name, value, override: declared.Override }] : [],
  );
  const custom = config.CustomHeadersConfig.Items.map(({ Header, Value, Override }) => ({
    name: Header.toLowerCase(),
    value: Value,
    override: Override,
  }));
  return {
    remove: config.RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()),
    set: [...set, ...custom],
  };
}

/**
 * The policy, with local endpoints added to the host names: pages that connect to Cognito or a bucket in the cloud
 * connect to this machine here. Without TLS, there is nothing to upgrade to.
 */
export function localizeContentSecurityPolicy(policy: string, localOrigins: readonly string[]): string {
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && directive !== 'upgrade-insecure-requests')
    .map((directive) => (directive.includes('https://') ? [directive, ...localOrigins].join(' ') : directive))
    .join('; ');
}

/** Applies a policy to headers with lower-case names. */
export function applyResponseHeaders<Value>(
  { remove, set }: ResponseHeaders,
  headers: Readonly<Record<string, Value>>,
): Record<string, Value | string> {
  const remaining = Object.entries(headers).filter(([name]) => !remove.includes(name));
  const result: Record<string, Value | string> = Object.fromEntries(remaining);
  for (const { name, value, override } of set)
    if (override || !Object.hasOwn(result, name)) result[name] = value;
  return result;
}
