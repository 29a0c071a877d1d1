import { CrossStackReferences, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Routes } from '../../shared/http/route.ts';
import type { StageConfig } from '../config.ts';
import { firewallRules } from '../constructs/firewall-rules.ts';

interface FirewallStackProps extends StackProps {
  readonly config: StageConfig;
  readonly routes: readonly Routes[];
}

/** The firewall of CloudFront, in the only region that CloudFront accepts it from. */
export class FirewallStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, { config, routes, ...props }: FirewallStackProps) {
    super(scope, id, props);
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      description: 'In front of the operator cabinet: pages and API',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('OperatorCabinet'),
      rules: firewallRules(config, routes).map((rule, priority) => ({
        ...rule,
        priority,
        visibilityConfig: visibility(rule.name),
      })),
    });
    // Read from another region with Fn::GetStackOutput, without a custom resource (docs/adr/0010).
    CrossStackReferences.of(webAcl).produce(ReferenceStrength.WEAK);
    this.webAclArn = webAcl.attrArn;
  }
}

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
