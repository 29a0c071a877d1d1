import * as z from 'zod';
import { readRules } from '../events/rules.ts';
import { readPlans } from '../guardduty/malware-protection.ts';
import { readApi } from '../gateway/api.ts';
import type { Access } from '../iam/access.ts';
import { serviceNamed, type Caller } from '../iam/caller.ts';
import type { AccessRequest } from '../iam/statement.ts';
import { readAsynchronousConfigurations } from '../lambda/asynchronous-configuration.ts';
import { readEventSourceMappings } from '../lambda/event-source-mappings.ts';
import type { LambdaFunction, LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { Assembly } from '../template/assembly.ts';
import { StartError } from './start-error.ts';
import { functionSession } from './sessions.ts';

/** Something that a service does by itself, on behalf of a resource of the template. */
interface Delivery {
  readonly caller: Caller;
  readonly request: AccessRequest;
}

export interface DeliverySources {
  readonly assembly: Assembly;
  readonly access: Access;
  readonly lambda: LambdaRuntime;
  readonly queues: Queues;
}

/**
 * Checks what services do by themselves: deliver events, invoke triggers and read queues and streams. In the cloud, a
 * missing permission shows in the deployment, or only in deliveries that never arrive.
 * @throws {StartError} with all that the template's policies do not allow
 */
export function assertDeliveriesAllowed(sources: DeliverySources): void {
  const { access } = sources;
  const denials = [
    ...eventDeliveries(sources),
    ...functionDeliveries(sources),
    ...assumptions(sources),
    ...invocations(sources),
    ...pageReads(sources),
  ].flatMap(({ caller, request }) => access.check(caller, request)?.message ?? []);
  if (denials.length > 0)
    throw new StartError(`The template lacks permissions:\n${[...new Set(denials)].join('\n')}`);
}

/** Events and schedules to functions and queues; what cannot be delivered, to dead-letter queues. */
function eventDeliveries(sources: DeliverySources): Delivery[] {
  return readRules(sources).flatMap(({ arn, targets }) =>
    targets.flatMap((target) => [
      onBehalf(sources, 'events', arn, {
        action: target.lambda ? 'lambda:InvokeFunction' : 'sqs:SendMessage',
        resource: target.lambda?.arn ?? target.arn,
      }),
      ...(target.deadLetterArn === undefined
        ? []
        : [onBehalf(sources, 'events', arn, sending(target.deadLetterArn))]),
    ]),
  );
}

/** Lambda and GuardDuty act under roles of the template, which have to trust them. */
function assumptions(sources: DeliverySources): Delivery[] {
  const { assembly, lambda } = sources;
  const assume = (service: string, roleArn: string, sourceArn: string): Delivery =>
    onBehalf(sources, service, sourceArn, { action: 'sts:AssumeRole', resource: roleArn });
  return [
    ...lambda.functions.map(({ arn, roleArn = '' }) => assume('lambda', roleArn, arn)),
    ...readPlans(assembly).map(({ arn, roleArn }) =>
      assume('malware-protection-plan.guardduty', roleArn, arn),
    ),
  ];
}

/** What Lambda does with the role of a function: reads its sources, and reports its failures. */
function functionDeliveries({ assembly, lambda }: DeliverySources): Delivery[] {
  const asynchronous = readAsynchronousConfigurations(assembly, lambda);
  const reports = lambda.functions.flatMap((target) => {
    const { failureDestination, deadLetterArn } = asynchronous(target);
    const queues = [failureDestination, deadLetterArn].filter((arn) => arn !== undefined);
    return queues.map((arn) => asFunction(target, sending(arn)));
  });
  const reads = readEventSourceMappings(assembly).flatMap((mapping) => {
    const target = lambda.find(mapping.functionName);
    if (!target) return [];
    const actions = mapping.kind === 'queue' ? queueReads : streamReads;
    const failures =
      mapping.kind === 'stream' && mapping.failureDestination !== undefined
        ? [sending(mapping.failureDestination)]
        : [];
    return [...actions.map((action) => ({ action, resource: mapping.sourceArn })), ...failures].map(
      (request) => asFunction(target, request),
    );
  });
  return [...reports, ...reads];
}

/** "Execution role permissions", AWS Lambda developer guide, for Amazon SQS and DynamoDB Streams. */
const queueReads = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const streamReads = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

const poolSchema = z.object({ LambdaConfig: z.record(z.string(), z.unknown()).default({}) });
const triggerSchema = z.union([
  z.string(),
  z.object({ LambdaArn: z.string() }).transform(({ LambdaArn }) => LambdaArn),
]);

/** Invocations by the API and by the user pool. */
function invocations(sources: DeliverySources): Delivery[] {
  const { assembly, lambda } = sources;
  const { id, routes } = readApi(assembly, lambda);
  const routed = routes.map(({ key, functionName }) => {
    const path = `${id}/$default/${key.replace(' ', '')}`;
    const arn = `arn:aws:execute-api:${assembly.region}:${assembly.account}:${path}`;
    return onBehalf(sources, 'apigateway', arn, invoking(lambda, functionName));
  });
  const triggered = assembly
    .resources('AWS::Cognito::UserPool')
    .flatMap((pool) =>
      Object.values(poolSchema.parse(pool.properties).LambdaConfig).map((trigger) =>
        onBehalf(sources, 'cognito-idp', pool.arn, invoking(lambda, triggerSchema.parse(trigger))),
      ),
    );
  return [...routed, ...triggered];
}

const distributionSchema = z.object({
  DistributionConfig: z.object({
    Origins: z.array(z.object({ DomainName: z.string(), S3OriginConfig: z.unknown().optional() })),
  }),
});

/** CloudFront's access to the pages; the local gateway reads them from the assets that would be deployed. */
function pageReads(sources: DeliverySources): Delivery[] {
  return sources.assembly.resources('AWS::CloudFront::Distribution').flatMap(({ arn, properties }) =>
    distributionSchema
      .parse(properties)
      .DistributionConfig.Origins.filter(({ S3OriginConfig }) => S3OriginConfig !== undefined)
      .map(({ DomainName }) => {
        const resource = `arn:aws:s3:::${DomainName.split('.s3.')[0] ?? ''}/index.html`;
        return onBehalf(sources, 'cloudfront', arn, { action: 's3:GetObject', resource });
      }),
  );
}

function onBehalf(
  { assembly }: DeliverySources,
  service: string,
  sourceArn: string,
  request: AccessRequest,
): Delivery {
  const context = { 'aws:sourcearn': sourceArn, 'aws:sourceaccount': assembly.account };
  return { caller: serviceNamed(`${service}.amazonaws.com`), request: { ...request, context } };
}

function asFunction({ name, roleArn }: LambdaFunction, request: AccessRequest): Delivery {
  return { caller: functionSession(name, roleArn), request };
}

function invoking(lambda: LambdaRuntime, nameOrArn: string): AccessRequest {
  return { action: 'lambda:InvokeFunction', resource: lambda.find(nameOrArn)?.arn ?? nameOrArn };
}

function sending(queueArn: string): AccessRequest {
  return { action: 'sqs:SendMessage', resource: queueArn };
}
