import { RemovalPolicy, Stage, Tags } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { edgeRegion, type StageConfig, type StageName } from './config.ts';
import type { Capability } from './declarations/capability.ts';
import type { Consumer } from './declarations/consumer.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { FirewallStack } from './stacks/firewall-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

interface CabinetStageProps {
  readonly config: StageConfig;
  readonly capabilities: readonly Capability[];
  readonly consumers: readonly Consumer[];
  /** Bundle directory of each folder of functions/. */
  readonly bundles: ReadonlyMap<string, string>;
  /** Output of `buildPages`. */
  readonly pagesDirectory: string;
}

/**
 * One environment of the cabinet. Its stacks are divided by how often they change and what would be lost with them.
 */
export class CabinetStage extends Stage {
  constructor(scope: Construct, name: StageName, props: CabinetStageProps) {
    const { config, capabilities, consumers, bundles, pagesDirectory } = props;
    super(scope, name);
    Tags.of(this).add('application', 'operator-cabinet');
    Tags.of(this).add('stage', name);
    const codeOf = (folder: string) => {
      const bundle = bundles.get(folder);
      if (bundle === undefined) throw new Error(`functions/${folder} was not bundled`);
      return Code.fromAsset(bundle);
    };
    const stackProps = (id: string, region = config.region) => ({
      config,
      stackName: `operator-cabinet-${name}-${id}`,
      env: { region },
    });
    const statefulProps = (id: string) => ({
      ...stackProps(id),
      terminationProtection: config.removalPolicy === RemovalPolicy.RETAIN,
    });

    const identity = new IdentityStack(this, 'identity', {
      ...statefulProps('identity'),
      tokenConsumers: consumers.filter((consumer) => consumer.consumes === 'tokens'),
      codeOf,
    });
    const data = new DataStack(this, 'data', statefulProps('data'));
    const { userPool, client } = identity;
    const { table, streamArn, fileBuckets, applications, documents } = data;
    const resources = { config, userPool, table, applications, documents };
    const api = new ApiStack(this, 'api', {
      ...stackProps('api'),
      stage: name,
      capabilities,
      codeOf,
      client,
      resources,
    });
    const events = new EventsStack(this, 'events', {
      ...stackProps('events'),
      consumers: consumers.filter((consumer) => consumer.consumes !== 'tokens'),
      codeOf,
      streamArn,
      resources,
    });
    const firewall = new FirewallStack(this, 'firewall', {
      ...stackProps('firewall', edgeRegion),
      routes: capabilities.map(({ routes }) => routes),
    });
    new WebStack(this, 'web', {
      ...stackProps('web'),
      pagesDirectory,
      userPool,
      client,
      fileBuckets,
      originSecret: api.originSecret,
      webAclArn: firewall.webAclArn,
    });
    new ObservabilityStack(this, 'observability', {
      ...stackProps('observability'),
      watches: [...identity.watches, ...data.watches, ...api.watches, ...events.watches],
    });
  }
}
