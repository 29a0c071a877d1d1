import type { Line } from './prices.ts';

const million = 1_000_000;
const gigabyte = 1e9;

/** Lambda polls an idle queue with five requests that wait for 20 seconds each. */
const pollsAMonth = 5 * 3 * 60 * 24 * 30;

/** Resources of an idle stage that cost money, counted in its templates. */
export interface Inventory {
  readonly firewalls: number;
  readonly firewallRules: number;
  readonly alarmMetrics: number;
  readonly keys: number;
  readonly secrets: number;
  readonly capabilities: number;
  /** Queues that Lambda polls for a worker. */
  readonly polledQueues: number;
}

/** A month without any traffic. */
export function atRest(inventory: Inventory): readonly Line[] {
  return [
    { item: 'Web ACL, a month', quantity: inventory.firewalls, why: 'one in front of CloudFront' },
    { item: 'firewall rule, a month', quantity: inventory.firewallRules, why: 'rates and rule groups' },
    {
      item: 'alarm metric, a month',
      quantity: inventory.alarmMetrics,
      why: 'every metric that an alarm evaluates',
    },
    { item: 'KMS key, a month', quantity: inventory.keys, why: 'scans of applications' },
    { item: 'secret, a month', quantity: inventory.secrets, why: 'CloudFront to the API' },
    ...(inventory.polledQueues === 0
      ? []
      : [
          {
            item: 'SQS request',
            quantity: inventory.polledQueues * pollsAMonth,
            why: 'queues of workers',
          } as const,
        ]),
  ];
}

/** A month of use, independent of what is done. */
export function whileUsed({ capabilities }: Inventory): readonly Line[] {
  return [
    { item: 'custom metric, a month', quantity: 3 * capabilities, why: 'three per capability' },
    { item: 'Cognito Plus, active user, a month', quantity: 1000, why: '1,000 users sign in' },
    {
      item: 'DynamoDB storage, GB and month',
      quantity: 10,
      why: 'ten million items of 1 KB, indexes included',
    },
    { item: 'DynamoDB point-in-time recovery, GB and month', quantity: 10, why: 'the same' },
    { item: 'S3 Standard storage, GB and month', quantity: 100, why: 'documents and traffic' },
    { item: 'GuardDuty malware scan, GB', quantity: 10, why: 'scans of applications, files of orders' },
    { item: 'GuardDuty malware scan, object', quantity: 10_000, why: 'of 1 MB each' },
  ];
}

/** Cost of every request: the edge, the gateway, a function, a log line of 500 bytes, one trace in twenty. */
function requests(milliseconds: number, bytes: number): readonly Line[] {
  return [
    { item: 'CloudFront request', quantity: million, why: '' },
    { item: 'CloudFront function call', quantity: million, why: 'the viewer’s address' },
    {
      item: 'CloudFront transfer, GB',
      quantity: (million * bytes) / gigabyte,
      why: `${bytes / 1000} KB per response`,
    },
    { item: 'firewall request', quantity: million, why: '' },
    { item: 'HTTP API request', quantity: million, why: '' },
    { item: 'Lambda request', quantity: million, why: '' },
    {
      item: 'Lambda GB-second, arm64',
      quantity: million * (milliseconds / 1000),
      why: `1 GB for ${milliseconds} ms`,
    },
    {
      item: 'CloudWatch Logs, GB',
      quantity: (million * 1500) / gigabyte,
      why: 'function, metrics, gateway: 1.5 KB',
    },
    { item: 'X-Ray trace', quantity: million / 20, why: 'one in twenty' },
  ];
}

/** A million reads of a list or of one resource. */
export function millionReads(): readonly Line[] {
  return [
    ...requests(15, 8000),
    { item: 'DynamoDB read unit', quantity: 2 * million, why: '8 KB, consistent reads' },
  ];
}

/** A million orders: the most expensive request, with everything that it triggers. */
export function millionOrders(): readonly Line[] {
  return [
    ...requests(40, 8000),
    { item: 'DynamoDB read unit', quantity: 4 * million, why: 'one batched read of 16 KB' },
    {
      item: 'DynamoDB write unit',
      quantity: 28 * million,
      why: 'a transaction (twice the price) of order, product, history, idempotency record: 10 KB; 8 KB into indexes',
    },
    { item: 'EventBridge event', quantity: 2 * million, why: 'order and product' },
    { item: 'Lambda request', quantity: million / 10, why: 'the publisher, ten records per batch' },
    { item: 'Lambda GB-second, arm64', quantity: (million / 10) * 0.05, why: '1 GB for 50 ms per batch' },
  ];
}
