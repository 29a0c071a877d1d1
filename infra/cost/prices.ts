/**
 * US dollars: list prices of us-east-1, collected in November 2026 from AWS's pricing pages, without free tiers and
 * volume discounts. In eu-central-1, requests, logs and storage cost up to a quarter more.
 */
export const prices = {
  'Web ACL, a month': 5,
  'firewall rule, a month': 1,
  'alarm metric, a month': 0.1,
  'custom metric, a month': 0.3,
  'KMS key, a month': 1,
  'secret, a month': 0.4,
  'Cognito Plus, active user, a month': 0.02,
  'DynamoDB storage, GB and month': 0.25,
  'DynamoDB point-in-time recovery, GB and month': 0.2,
  'S3 Standard storage, GB and month': 0.023,
  'GuardDuty malware scan, GB': 0.09,
  'GuardDuty malware scan, object': 0.215e-3,
  'CloudFront request': 1e-6,
  'CloudFront function call': 0.1e-6,
  'CloudFront transfer, GB': 0.085,
  'firewall request': 0.6e-6,
  'HTTP API request': 1e-6,
  'Lambda request': 0.2e-6,
  'Lambda GB-second, arm64': 0.0000133334,
  'DynamoDB read unit': 0.125e-6,
  'DynamoDB write unit': 0.625e-6,
  'EventBridge event': 1e-6,
  'SQS request': 0.4e-6,
  'CloudWatch Logs, GB': 0.5,
  'X-Ray trace': 5e-6,
} as const;

type Item = keyof typeof prices;

/** A billable quantity; `why` is the source of the number. */
export interface Line {
  readonly item: Item;
  readonly quantity: number;
  readonly why: string;
}

/** Total of the lines in dollars. */
export function total(lines: readonly Line[]): number {
  return lines.reduce((sum, { item, quantity }) => sum + quantity * prices[item], 0);
}
