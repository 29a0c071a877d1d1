import { describe, expect, it } from 'vitest';
import { stageNames } from '../../infra/config.ts';
import { parseStatements } from '../../infra/local/iam/policy-document.ts';
import { kindCases, kindsOf, otherKinds } from '../../infra/local/testing/iam/statement-kinds.ts';
import { synthesizeStage, synthesisTimeout } from './templates.ts';

/** Properties of resources that hold policies. */
const policyProperties = ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument', 'ResourcePolicy'];

describe.each(stageNames)('the policies of %s', (stage) => {
  it(
    'consist of statements of which the local stack evaluates every kind, with a test',
    async () => {
      const stacks = Object.values(await synthesizeStage(stage));
      const resources = stacks.flatMap(({ template }) => Object.entries<any>(template.Resources));
      const documents = resources.flatMap(([id, { Properties = {} }]) => [
        ...policyProperties
          .filter((name) => typeof Properties[name] === 'object')
          .map((name) => [id, name, Properties[name]] as const),
        ...inlinePolicies(Properties).map((policy) => [id, 'Policies', policy.PolicyDocument] as const),
      ]);
      expect(documents.length).toBeGreaterThan(40);
      const kinds = documents.flatMap(([id, name, document]) =>
        parseStatements(`${id} ${name}`, withoutFunctions(document)).flatMap(kindsOf),
      );
      const tested = [...kindCases.map(({ kind }) => kind), ...otherKinds];
      expect([...new Set(kinds)].filter((kind) => !tested.includes(kind))).toEqual([]);
    },
    synthesisTimeout,
  );
});

function inlinePolicies(properties: any): any[] {
  // Other resources have a property of this name.
  return [properties['Policies'] ?? []].flat().filter(({ PolicyDocument }) => PolicyDocument !== undefined);
}

/** With what intrinsic functions would give, as far as the kind of a statement depends on it. */
function withoutFunctions(value: any): any {
  if (Array.isArray(value)) return value.map(withoutFunctions);
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...others] = Object.keys(value);
  if (others.length > 0 || name === undefined || !/^(Ref|Fn::\w+)$/.test(name))
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutFunctions(member)]));
  if (name === 'Fn::Join') return value[name][1].map(withoutFunctions).join(value[name][0]);
  return 'value';
}
