import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';

/** A metric that raises an alarm, declared with its resource. */
export interface Watch {
  /** Id of the alarm in the observability stack. */
  readonly id: string;
  readonly metric: IMetric;
  /** The alarm goes off at this value and above. */
  readonly threshold: number;
  /** Number of consecutive periods; 1 by default. */
  readonly periods?: number;
  /** Who cannot do what during the alarm, in one sentence. */
  readonly impact: string;
}
