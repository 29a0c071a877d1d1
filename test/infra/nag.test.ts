import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CDK_APP_MODE_CONTEXT } from 'aws-cdk-lib/cx-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { acknowledge, checkWithNag } from '../../infra/nag.ts';
import { assemblyOf, readJson, synthesizeStage, synthesisTimeout } from './templates.ts';

const reportSchema = z.object({ pluginReports: z.array(z.object({ violations: z.array(z.unknown()) })) });
const metadataSchema = z.record(z.string(), z.array(z.object({ type: z.string(), data: z.unknown() })));

/** Every rule that is accepted somewhere; the code beside each resource says why. */
const acknowledgedRules = [
  'AwsSolutions-APIG4',
  'AwsSolutions-CFR1',
  'AwsSolutions-COG2',
  'AwsSolutions-IAM4',
  'AwsSolutions-IAM5',
  'AwsSolutions-L1',
  'AwsSolutions-SMG4',
  'AwsSolutions-SQS3',
  'Serverless-LambdaDLQ',
  'Serverless-LambdaLatestVersion',
  'Serverless-LambdaTracing',
  'Serverless-SQSRedrivePolicy',
];

describe.each(['dev', 'prod'] as const)('cdk-nag on %s', (stage) => {
  let directory: string;
  beforeAll(async () => {
    directory = await assemblyOf(stage);
  }, synthesisTimeout);

  it('finds nothing that is not acknowledged', () => {
    expect(
      reportSchema.parse(readJson(path.join(directory, 'validation-report.json'))).pluginReports,
    ).toEqual([]);
  });

  it('is answered on single resources, with a reason, and for no more rules than are known', async () => {
    const acknowledgements = Object.values(await synthesizeStage(stage)).flatMap(({ metadataFile }) =>
      Object.entries(metadataSchema.parse(readJson(metadataFile))).flatMap(([constructPath, entries]) =>
        entries
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap(({ data }) => Object.entries(data as Record<string, string>))
          .map(([rule, reason]) => ({ constructPath, rule: rule.replace(/^annotation::/i, ''), reason })),
      ),
    );
    for (const { constructPath, reason } of acknowledgements) {
      // /<stage>/<stack>/<resource…>
      expect(constructPath.split('/').length).toBeGreaterThan(3);
      expect(reason).toMatch(/^.{40,}\.$/);
    }
    const rules = acknowledgements.map(({ rule }) => rule.replace(/\[.*/, ''));
    expect([...new Set(rules)].toSorted()).toEqual(acknowledgedRules);
  });
});

describe('checkWithNag', () => {
  const outdirs: string[] = [];
  beforeEach(() => {
    // The CDK's own validation has its test: it would only take time here.
    vi.stubEnv('CDK_VALIDATION', 'false');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const outdir of outdirs.splice(0)) rmSync(outdir, { recursive: true });
  });

  const synthesizeBareBucket = (prepare: (bucket: Bucket) => void) => {
    const outdir = mkdtempSync(path.join(tmpdir(), 'nag-'));
    outdirs.push(outdir);
    // In this mode, findings are in the error rather than on the console.
    const app = new App({ outdir, context: { [CDK_APP_MODE_CONTEXT]: 'inmemory' } });
    prepare(new Bucket(new Stack(app, 'Stack'), 'Bucket', { enforceSSL: true }));
    checkWithNag(app);
    return app.synth();
  };

  it('fails the synthesis of a bucket without access logs', () => {
    expect(() => synthesizeBareBucket(() => undefined)).toThrow(/AwsSolutions-S1/);
  });

  it('passes it once the finding is acknowledged', () => {
    expect(() =>
      synthesizeBareBucket((bucket) => {
        acknowledge(bucket, 'AwsSolutions-S1', 'It holds access logs itself.');
      }),
    ).not.toThrow();
  });
});
