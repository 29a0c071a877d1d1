import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';
import type { Routes } from '../../shared/http/route.ts';
import type { StageConfig } from '../config.ts';
import { grantOf } from './grant.ts';
import type { Declared } from './read-declarations.ts';

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

/** What a file of infra/capabilities/ declares: a function that answers HTTP requests. */
export const capabilitySchema = z.strictObject({
  routes: z.custom<Routes>((value) => typeof value === 'object' && value !== null, 'Expected routes'),
  /** Who cannot do what while its function fails: the beginning of a sentence, for its alarms. */
  impact: z.string().min(1),
  grant: grantOf<CapabilityResources>(),
});

export type CapabilityDeclaration = z.infer<typeof capabilitySchema>;

/** One folder of functions/ that answers HTTP requests. */
export type Capability = Declared<CapabilityDeclaration>;
