import { describe, expect, it } from 'vitest';
import { firewallRules } from '../../infra/constructs/firewall-rules.ts';
import { defineRoutes, type Route } from '../../shared/http/route.ts';

const config = { requestsPerAddress: { everywhere: 3000, api: 1500, publicForms: 50 } };
const route = (method: Route['method'], path: `/${string}`, access: Route['access']): Route => ({
  method,
  path,
  access,
  summary: 'A route',
  success: { status: 200 },
});
const namesOf = (routes: Record<string, Route>) =>
  firewallRules(config, [defineRoutes(routes)]).map(({ name }) => name);

describe('the firewall', () => {
  it('challenges nothing while there are no public forms', () => {
    const names = namesOf({
      read: route('GET', '/cabinet/v1/health', 'public'),
      write: route('POST', '/cabinet/v1/order', ['manager']),
    });
    expect(names).not.toContain('ChallengePublicForms');
  });

  it('challenges a public form, and limits how often one address sends it, before anything else may let it pass', () => {
    const names = namesOf({ send: route('POST', '/cabinet/v1/application', 'public') });
    expect(names.slice(0, 5)).toEqual([
      'RatePerAddress',
      'RatePerAddressOfApi',
      'RatePerAddressOfPublicForms',
      'ChallengePublicPages',
      'ChallengePublicForms',
    ]);
  });

  it('challenges the navigation to the pages of the forms, whose token their requests carry for hours', () => {
    const rules = firewallRules(config, [{ send: route('POST', '/cabinet/v1/application', 'applicant') }]);
    const challenges = rules.filter(({ action }) => JSON.stringify(action) === '{"challenge":{}}') as any[];
    expect(challenges.map(({ name }) => name)).toEqual(['ChallengePublicPages', 'ChallengePublicForms']);
    for (const { challengeConfig } of challenges) {
      expect(challengeConfig).toEqual({ immunityTimeProperty: { immunityTime: 14_400 } });
    }
    const pages = challenges[0].statement.orStatement.statements.map(({ byteMatchStatement }: any) => [
      byteMatchStatement.positionalConstraint,
      byteMatchStatement.searchString,
    ]);
    expect(pages).toEqual([
      ['EXACTLY', '/apply'],
      ['EXACTLY', '/application'],
    ]);
  });

  it('tells a form by its method and the shape of its path', () => {
    const [challenge] = firewallRules(config, [
      { correct: route('PATCH', '/cabinet/v1/application/{code}/file.pdf', 'public') },
    ]).filter(({ name }) => name === 'ChallengePublicForms');
    const [method, path] = (challenge as any).statement.andStatement.statements;
    expect(method.byteMatchStatement).toMatchObject({
      searchString: 'PATCH',
      positionalConstraint: 'EXACTLY',
    });
    const pattern = new RegExp(path.regexMatchStatement.regexString);
    expect('/cabinet/v1/application/A-17/file.pdf').toMatch(pattern);
    expect('/cabinet/v1/application/A-17/file_pdf').not.toMatch(pattern);
    expect('/cabinet/v1/application/A/17/file.pdf').not.toMatch(pattern);
  });

  it('reads a path as the gateway does, however it is spelt', () => {
    const rules = firewallRules(config, [{ send: route('POST', '/cabinet/v1/application', 'applicant') }]);
    const found = JSON.stringify(rules).match(/"uriPath":\{\}\}.*?"textTransformations":\[.*?\]/g) ?? [];
    expect(found.length).toBeGreaterThan(5);
    for (const match of found) {
      expect(match).toContain('[{"priority":0,"type":"URL_DECODE"},{"priority":1,"type":"NORMALIZE_PATH"}]');
    }
  });

  it('puts several forms under one challenge', () => {
    const [challenge] = firewallRules(config, [
      { send: route('POST', '/cabinet/v1/a', 'public') },
      { withdraw: route('DELETE', '/cabinet/v1/a/{code}', 'public') },
    ]).filter(({ name }) => name === 'ChallengePublicForms');
    expect((challenge as any).statement.orStatement.statements).toHaveLength(2);
  });

  it('only counts apparent attacks in bodies, since tickets quote logs, and requests without a user agent', () => {
    const common = firewallRules(config, []).find(
      ({ name }) => name === 'AWSManagedRulesCommonRuleSet',
    ) as any;
    const overrides = common.statement.managedRuleGroupStatement.ruleActionOverrides;
    for (const { name, actionToUse } of overrides) {
      expect(name).toMatch(/_BODY$|^NoUserAgent_HEADER$/);
      expect(actionToUse).toEqual({ count: {} });
    }
  });
});
