import * as z from 'zod';
import { compilePattern, type Matcher } from '../events/pattern.ts';
import type { Assembly, Resource } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';

interface CommonMapping {
  readonly id: string;
  readonly sourceArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  /** Batching window in seconds. */
  readonly window: number;
  /** Whether an event passes the filters; always true without filters. */
  readonly accepts: Matcher;
  /** Whether the function reports failed items of a batch. */
  readonly reportsItemFailures: boolean;
}

/** Event source mapping of a queue. */
export interface QueueMapping extends CommonMapping {
  readonly kind: 'queue';
  readonly maximumConcurrency: number | undefined;
}

/** Event source mapping of a table's stream. */
export interface StreamMapping extends CommonMapping {
  readonly kind: 'stream';
  readonly startsAt: 'TRIM_HORIZON' | 'LATEST';
  /** -1: until the record expires. */
  readonly maximumRetries: number;
  /** Seconds; -1: as long as the stream has the record. */
  readonly maximumAge: number;
  readonly bisects: boolean;
  /** ARN of the queue that is notified about discarded records. */
  readonly failureDestination: string | undefined;
}

const mappingSchema = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) })
    .default({ Filters: [] }),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }).optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  ParallelizationFactor: z.literal(1).optional(),
  TumblingWindowInSeconds: z.literal(0).optional(),
});

/** The enabled event source mappings. @throws {UnsupportedError} for sources other than queues and table streams */
export function readEventSourceMappings(assembly: Assembly): (QueueMapping | StreamMapping)[] {
  return assembly
    .resources('AWS::Lambda::EventSourceMapping')
    .map(readMapping)
    .filter((mapping) => mapping !== undefined);
}

function readMapping(resource: Resource): QueueMapping | StreamMapping | undefined {
  const mapping = resource.read(mappingSchema, ['KmsKeyArn', 'LoggingConfig', 'MetricsConfig', 'Tags']);
  if (!mapping.Enabled) return undefined;
  const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }) => compilePattern(JSON.parse(Pattern)));
  const common = {
    id: `${resource.stack}/${resource.logicalId}`,
    sourceArn: mapping.EventSourceArn,
    functionName: mapping.FunctionName,
    window: mapping.MaximumBatchingWindowInSeconds,
    accepts: (event: unknown) => patterns.length === 0 || patterns.some((matches) => matches(event)),
    reportsItemFailures: mapping.FunctionResponseTypes.length > 0,
  };
  const service = mapping.EventSourceArn.split(':')[2];
  if (service === 'sqs') {
    const maximumConcurrency = mapping.ScalingConfig?.MaximumConcurrency;
    return { ...common, kind: 'queue', batchSize: mapping.BatchSize ?? 10, maximumConcurrency };
  }
  if (service !== 'dynamodb')
    throw new UnsupportedError(
      `${common.id} reads from ${mapping.EventSourceArn}; the local stack supports queues and table streams only`,
    );
  return {
    ...common,
    kind: 'stream',
    batchSize: mapping.BatchSize ?? 100,
    startsAt: mapping.StartingPosition ?? 'LATEST',
    maximumRetries: mapping.MaximumRetryAttempts,
    maximumAge: mapping.MaximumRecordAgeInSeconds,
    bisects: mapping.BisectBatchOnFunctionError,
    failureDestination: mapping.DestinationConfig?.OnFailure.Destination,
  };
}

const failuresSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * The items that a function reports as failed: none for an empty response, and all (undefined) for one that is
 * malformed or names an item outside the batch. Source: AWS Lambda Developer Guide, "Implementing partial batch
 * responses".
 * @param payload JSON text of the function's response
 */
export function readItemFailures(
  payload: string,
  identifiers: readonly string[],
): readonly string[] | undefined {
  const answer: unknown = JSON.parse(payload);
  if (answer === null || answer === '') return [];
  const parsed = failuresSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const failed = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((identifier) => identifiers.includes(identifier)) ? failed : undefined;
}
