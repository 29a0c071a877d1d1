import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Inventory } from './usage.ts';

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z
        .object({
          Rules: z.array(z.unknown()).optional(),
          Metrics: z.array(z.unknown()).optional(),
          ScalingConfig: z.unknown().optional(),
        })
        .optional(),
    }),
  ),
});

/** Counts the resources of a synthesized stage that cost money at rest. */
export function takeInventory(stageDirectory: string): Inventory {
  const resources = readdirSync(stageDirectory)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => templateSchema.parse(JSON.parse(readFileSync(path.join(stageDirectory, file), 'utf8'))))
    .flatMap((template) => Object.values(template.Resources));
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const firewalls = ofType('AWS::WAFv2::WebACL');
  return {
    firewalls: firewalls.length,
    firewallRules: sum(firewalls.map(({ Properties }) => Properties?.Rules?.length ?? 0)),
    // An alarm on a metric expression is billed for each metric in it, except the result.
    alarmMetrics: sum(
      ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => (Properties?.Metrics?.length ?? 2) - 1),
    ),
    keys: ofType('AWS::KMS::Key').length,
    secrets: ofType('AWS::SecretsManager::Secret').length,
    capabilities: ofType('AWS::ApiGatewayV2::Integration').length,
    // Only a mapping of a queue limits its concurrency.
    polledQueues: ofType('AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties?.ScalingConfig !== undefined,
    ).length,
  };
}
