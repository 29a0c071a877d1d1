import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ObjectLockMode } from 'aws-cdk-lib/aws-s3';
import type { WebConfig } from '../shared/web-config.ts';

export const stageNames = ['dev', 'prod'] as const;
export type StageName = (typeof stageNames)[number];

/** CloudFront only takes certificates and firewalls from this region. */
export const edgeRegion = 'us-east-1';

/** Everything that differs between environments. */
export interface StageConfig {
  readonly region: string;
  /** Host of the cabinet: pages, API and `/config.json` share it. */
  readonly domainName: string;
  /** ACM certificate of `domainName`, in `edgeRegion`. */
  readonly certificateArn: string;
  /** Host that CloudFront reaches the API by; the API rejects other callers there. */
  readonly apiDomainName: string;
  /** ACM certificate of `apiDomainName`, in `region`. */
  readonly apiCertificateArn: string;
  /** Raised after the origin secret was changed: CloudFormation only reads it again when something else changes. */
  readonly originSecretGeneration: number;
  /** Brand that the pages show. */
  readonly brand: WebConfig['brand'];
  /** Addressee of the standard application, in Russian: name and company details. */
  readonly carrier: string;
  /** The carrier's people need a second factor (TOTP). */
  readonly mfaRequired: boolean;
  /** Who receives the alarms. */
  readonly alarmAddress: string;
  /** What happens to data when its stack, or the resource in it, is deleted. */
  readonly removalPolicy: RemovalPolicy.RETAIN | RemovalPolicy.DESTROY;
  readonly logRetention: RetentionDays;
  /** Retention of the access logs of buckets and CloudFront, in days: they contain people's addresses. */
  readonly accessLogDays: number;
  /** How long EventBridge can replay published events, in days. */
  readonly eventArchiveDays: number;
  /** How long a document outside `inbox/` can be neither changed nor deleted, and in which mode (S3 Object Lock). */
  readonly documentLock: { readonly mode: keyof typeof ObjectLockMode; readonly days: number };
  /** How long scans and personal data of an application are kept after its decision, in days. */
  readonly scanRetentionDays: number;
  /** When an application's scans are erased even if it was never decided, in days. */
  readonly applicationDays: number;
  /** When an export is erased, in days. */
  readonly exportDays: number;
  /** Limit of all callers together before the API answers 429: requests per second, and burst. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** Requests from one address within five minutes before the firewall answers 403. */
  readonly requestsPerAddress: {
    readonly everywhere: number;
    readonly api: number;
    readonly publicForms: number;
  };
}

const brand = {
  name: { ru: 'Кабинет оператора', en: 'Operator cabinet' },
  logo: '/favicon.svg',
};

const carrier = 'ПАО «Связь-партнёр», ИНН 7700000001, г. Москва, ул. Примерная, д. 1';

export const stages: Readonly<Record<StageName, StageConfig>> = {
  dev: {
    region: 'eu-central-1',
    domainName: 'dev.cabinet.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/11111111-1111-4111-8111-111111111111',
    apiDomainName: 'api.dev.cabinet.example.com',
    apiCertificateArn:
      'arn:aws:acm:eu-central-1:111122223333:certificate/22222222-2222-4222-8222-222222222222',
    originSecretGeneration: 1,
    brand,
    carrier,
    mfaRequired: false,
    alarmAddress: 'cabinet-dev@example.com',
    removalPolicy: RemovalPolicy.DESTROY,
    logRetention: RetentionDays.TWO_WEEKS,
    accessLogDays: 14,
    eventArchiveDays: 7,
    // Governance: an administrator who tears the stage down may delete locked documents.
    documentLock: { mode: 'GOVERNANCE', days: 1 },
    scanRetentionDays: 30,
    applicationDays: 90,
    exportDays: 1,
    throttle: { rateLimit: 50, burstLimit: 100 },
    requestsPerAddress: { everywhere: 3000, api: 1500, publicForms: 300 },
  },
  prod: {
    region: 'eu-central-1',
    domainName: 'cabinet.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:444455556666:certificate/33333333-3333-4333-8333-333333333333',
    apiDomainName: 'api.cabinet.example.com',
    apiCertificateArn:
      'arn:aws:acm:eu-central-1:444455556666:certificate/44444444-4444-4444-8444-444444444444',
    originSecretGeneration: 1,
    brand,
    carrier,
    mfaRequired: true,
    alarmAddress: 'cabinet-duty@example.com',
    removalPolicy: RemovalPolicy.RETAIN,
    logRetention: RetentionDays.SIX_MONTHS,
    accessLogDays: 90,
    eventArchiveDays: 90,
    // Five years: primary accounting documents (Federal Law 402-FZ, article 29).
    documentLock: { mode: 'COMPLIANCE', days: 1827 },
    scanRetentionDays: 30,
    applicationDays: 180,
    exportDays: 7,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    // An operator's whole office, and its OSS, may share one address.
    requestsPerAddress: { everywhere: 10_000, api: 6000, publicForms: 300 },
  },
};
