import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';

/** A number that somebody has to hear of, stated beside the resource that it is about. */
export interface Watch {
  /** Id of the alarm in the observability stack. */
  readonly id: string;
  readonly metric: IMetric;
  /** The alarm rings at this value and above. */
  readonly threshold: number;
  /** For how many of the metric's periods in a row; once unless said. */
  readonly periods?: number;
  /** Who cannot do what while it rings, in one sentence. */
  readonly impact: string;
}
