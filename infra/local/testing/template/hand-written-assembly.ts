import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface HandWrittenTemplate {
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown>; Condition?: string }>;
  Parameters?: Record<string, unknown>;
  Outputs?: Record<string, unknown>;
  Conditions?: Record<string, unknown>;
  Mappings?: Record<string, unknown>;
}

interface HandWrittenAssembly {
  stacks: Record<string, HandWrittenTemplate>;
  /** Sources of `index.mjs` by the name of the asset, which is its key without `.zip`. */
  assets?: Record<string, string>;
  /** Puts the stacks into a nested Stage assembly of this name. */
  stage?: string;
}

/** A directory under the system's temporary one. */
export function temporaryDirectory(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'local-assembly-'));
  return {
    directory,
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Writes a cloud assembly as CDK would synthesize it, with as few files as possible. */
export function writeAssembly(
  directory: string,
  { stacks, assets = {}, stage }: HandWrittenAssembly,
): string {
  const artifacts: Record<string, unknown> = {};
  const inner = stage === undefined ? directory : path.join(directory, `assembly-${stage}`);
  mkdirSync(inner, { recursive: true });
  const write = (base: string, file: string, content: unknown): void => {
    writeFileSync(path.join(base, file), JSON.stringify(content));
  };
  const files: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(assets)) {
    mkdirSync(path.join(directory, `asset.${name}`));
    writeFileSync(path.join(directory, `asset.${name}`, 'index.mjs'), source);
    files[name] = {
      source: { path: stage === undefined ? `asset.${name}` : `../asset.${name}`, packaging: 'zip' },
      destinations: { current: { bucketName: 'assets', objectKey: `${name}.zip` } },
    };
  }
  write(inner, 'assets.json', { files });
  artifacts['assets'] = { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } };
  for (const [name, template] of Object.entries(stacks)) {
    write(inner, `${name}.template.json`, template);
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/eu-central-1',
      properties: { templateFile: `${name}.template.json` },
    };
  }
  write(inner, 'manifest.json', { version: '55.0.0', artifacts });
  if (stage !== undefined) {
    const nested = {
      type: 'cdk:cloud-assembly',
      properties: { directoryName: `assembly-${stage}`, displayName: stage },
    };
    write(directory, 'manifest.json', { version: '55.0.0', artifacts: { [`assembly-${stage}`]: nested } });
  }
  return directory;
}

/** A Lambda function whose bundle is the asset of this name. */
export function functionResource(
  asset: string,
  properties: Record<string, unknown> = {},
): { Type: string; Properties: Record<string, unknown> } {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: `${asset}.zip` },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: 'arn:aws:iam::000000000000:role/Function',
      ...properties,
    },
  };
}
