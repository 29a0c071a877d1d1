import { App, CloudFormationValidatePlugin } from 'aws-cdk-lib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { synthesizeStage, type SynthesizedStack, type Template, synthesisTimeout } from './templates.ts';

// The validator compiles its rules once, which takes seconds of a processor.
vi.setConfig({ testTimeout: synthesisTimeout });

/** AWS's own validator: schemas of all resource types, references, cycles, and what cfn-lint knows to go wrong. */
const validator = new CloudFormationValidatePlugin();
const findingsIn = (templates: readonly Pick<SynthesizedStack, 'file' | 'region'>[]) =>
  validator
    .validate({
      appConstruct: new App(),
      templatePaths: templates.map(({ file }) => file),
      stackTemplates: templates.map(({ file, region }) => ({
        templatePath: file,
        stackConstructPath: file,
        region,
        accountId: '111122223333',
      })),
    })
    .violations.map(({ ruleName, description }) => `${ruleName} ${description}`);

describe.each(['dev', 'prod'] as const)('CloudFormation, before it gets the templates of %s,', (stage) => {
  let stacks: Readonly<Record<string, SynthesizedStack>>;
  beforeAll(async () => {
    stacks = await synthesizeStage(stage);
  }, synthesisTimeout);

  it('finds every property valid, every reference resolved and no circle', () => {
    expect(findingsIn(Object.values(stacks))).toEqual([]);
  });

  it('finds every value that one stack takes from another among its outputs', () => {
    const exported = new Set<string>();
    const outputs = new Set<string>();
    for (const { name, file } of Object.values(stacks)) {
      const template = JSON.parse(readFileSync(file, 'utf8'));
      for (const [output, { Export }] of Object.entries<any>(template.Outputs ?? {})) {
        outputs.add(`${name}.${output}`);
        if (Export !== undefined) exported.add(Export.Name);
      }
    }
    for (const { file } of Object.values(stacks)) {
      const text = readFileSync(file, 'utf8');
      for (const [, name] of text.matchAll(/"Fn::ImportValue": "([^"]+)"/g)) expect(exported).toContain(name);
      JSON.parse(text, (key, value) => {
        if (key === 'Fn::GetStackOutput') expect(outputs).toContain(`${value.StackName}.${value.OutputName}`);
        return value;
      });
    }
  });
});

describe('the validator', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'lint-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  const whenBroken = async (change: (resources: Template['Resources']) => void) => {
    const { data } = await synthesizeStage('dev');
    const template = JSON.parse(readFileSync(data!.file, 'utf8'));
    change(template.Resources);
    const file = path.join(directory, 'broken.template.json');
    writeFileSync(file, JSON.stringify(template));
    return findingsIn([{ file, region: 'eu-central-1' }]).join('\n');
  };
  const tableIn = (resources: Template['Resources']) =>
    Object.values(resources).find(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable')!;

  it('would notice a property that does not exist', async () => {
    expect(await whenBroken((resources) => (tableIn(resources).Properties['Colour'] = 'red'))).toContain(
      'Colour',
    );
  });

  it('would notice a value that is not allowed', async () => {
    const broken = await whenBroken(
      (resources) => (tableIn(resources).Properties['BillingMode'] = 'ON_TICK'),
    );
    expect(broken).toContain('BillingMode');
  });

  it('would notice a reference to nothing', async () => {
    const broken = await whenBroken(
      (resources) => (tableIn(resources).Properties['TableName'] = { Ref: 'Nothing' }),
    );
    expect(broken).toContain('Nothing');
  });

  it('would notice a circle', async () => {
    const broken = await whenBroken((resources) => {
      const [[first, one], [second, other]] = Object.entries(resources) as any;
      one.DependsOn = [second];
      other.DependsOn = [first];
    });
    expect(broken).toMatch(/circular/i);
  });
});
