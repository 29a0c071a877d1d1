import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Routes } from '../../shared/http/route.ts';
import type { StageConfig } from '../config.ts';
import type { CapabilityFunction } from '../constructs/capability-function.ts';

/** What a capability's function can be granted access to. */
export interface CapabilityResources {
  readonly config: StageConfig;
  readonly userPool: IUserPool;
  readonly table: TableV2;
  /** Scans of access applications. */
  readonly applications: Bucket;
  /** Files of orders. */
  readonly documents: Bucket;
}

/** One folder of functions/ that answers HTTP requests. */
export interface Capability {
  readonly folder: string;
  readonly routes: Routes;
  /** Who cannot do what while its function fails: the beginning of a sentence, for its alarms. */
  readonly impact: string;
  /** Grants its function every permission that it needs. */
  readonly grant: (capability: CapabilityFunction, resources: CapabilityResources) => void;
}
