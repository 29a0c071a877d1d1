import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { isSignedIn, isWrite, type Route, type Routes } from '../../shared/http/route.ts';
import type { StageConfig } from '../config.ts';

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;
type Statement = CfnWebACL.StatementProperty;

/** Seconds over which AWS WAF counts the requests of an address. */
const evaluationWindow = 300;

/**
 * Rules of AWS that only count here. Some look for attacks in the body, where operators legitimately write addresses,
 * paths, configuration and logs in a ticket; a body is parsed by the route's schema and only ever treated as data.
 * And operators' systems need not send a User-Agent.
 */
const countedRules = [
  'NoUserAgent_HEADER',
  'SizeRestrictions_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'CrossSiteScripting_BODY',
];

/**
 * Pages with public forms. The script of a challenge only runs when a browser navigates to a page; fetch() cannot run
 * it and relies on the token from that navigation. Without a token it gets a 202, and the page reloads itself.
 *
 * @see AWS WAF developer guide, "How the AWS WAF CAPTCHA and Challenge rule actions work"
 */
const formPages = ['/apply', '/application'];

/** Seconds for which a solved challenge is valid: enough to fill in a long form and scan papers. */
const immunity = { immunityTimeProperty: { immunityTime: 4 * 60 * 60 } };

/**
 * The firewall's rules in order: rates per address, the challenge of public forms, then the rule groups that AWS
 * maintains.
 *
 * @param routes contracts of all capabilities: a public route that writes is a public form
 */
export function firewallRules(
  { requestsPerAddress }: Pick<StageConfig, 'requestsPerAddress'>,
  routes: readonly Routes[],
): readonly Rule[] {
  const forms = publicForms(routes);
  return [
    blockAbove('RatePerAddress', requestsPerAddress.everywhere),
    blockAbove(
      'RatePerAddressOfApi',
      requestsPerAddress.api,
      anyOf(['/tmf-api/', '/cabinet/'].map(pathStartsWith)),
    ),
    ...(forms === undefined
      ? []
      : [
          blockAbove('RatePerAddressOfPublicForms', requestsPerAddress.publicForms, forms),
          // A silent proof by the browser: scripts would otherwise flood a public form. The page
          // obtains it when it is opened, and fetch() then sends it in a cookie.
          {
            name: 'ChallengePublicPages',
            action: { challenge: {} },
            challengeConfig: immunity,
            statement: anyOf(formPages.map(pathIs)),
          },
          {
            name: 'ChallengePublicForms',
            action: { challenge: {} },
            challengeConfig: immunity,
            statement: forms,
          },
        ]),
    managed('AWSManagedRulesAmazonIpReputationList'),
    managed('AWSManagedRulesKnownBadInputsRuleSet'),
    managed('AWSManagedRulesCommonRuleSet', countedRules),
  ];
}

function blockAbove(name: string, limit: number, scopeDownStatement?: Statement): Rule {
  return {
    name,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        limit,
        evaluationWindowSec: evaluationWindow,
        aggregateKeyType: 'IP',
        ...(scopeDownStatement === undefined ? {} : { scopeDownStatement }),
      },
    },
  };
}

function managed(name: string, countedOnly: readonly string[] = []): Rule {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: countedOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}

/** Requests that change something without a signed-in caller; undefined while no contract has such a route. */
function publicForms(routes: readonly Routes[]): Statement | undefined {
  const forms = routes
    .flatMap((table) => Object.values(table))
    .filter((route) => !isSignedIn(route) && isWrite(route))
    .map(requestOf);
  return forms.length === 0 ? undefined : anyOf(forms);
}

function requestOf({ method, path }: Route): Statement {
  const pattern = `^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`;
  return {
    andStatement: {
      statements: [
        {
          byteMatchStatement: {
            fieldToMatch: { method: {} },
            searchString: method,
            positionalConstraint: 'EXACTLY',
            textTransformations: untransformed,
          },
        },
        {
          regexMatchStatement: {
            fieldToMatch: { uriPath: {} },
            regexString: pattern,
            textTransformations: asRouted,
          },
        },
      ],
    },
  };
}

function pathIs(path: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      searchString: path,
      positionalConstraint: 'EXACTLY',
      textTransformations: asRouted,
    },
  };
}

function pathStartsWith(prefix: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      searchString: prefix,
      positionalConstraint: 'STARTS_WITH',
      textTransformations: asRouted,
    },
  };
}

/** AWS WAF requires at least two statements in an "or". */
function anyOf(statements: readonly Statement[]): Statement {
  const [first] = statements;
  return statements.length === 1 && first !== undefined
    ? first
    : { orStatement: { statements: [...statements] } };
}

const untransformed = [{ priority: 0, type: 'NONE' }];

/** Reads a path as the gateway does, percent-decoded, so that no spelling bypasses a rule. */
const asRouted = [
  { priority: 0, type: 'URL_DECODE' },
  { priority: 1, type: 'NORMALIZE_PATH' },
];
