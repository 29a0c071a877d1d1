import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { isSignedIn, isWrite, type Route, type Routes } from '../../shared/http/route.ts';
import type { StageConfig } from '../config.ts';

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;
type Statement = CfnWebACL.StatementProperty;

/** Seconds over which AWS WAF counts the requests of an address. */
const evaluationWindow = 300;

/**
 * Rules of AWS that only count here. Some look for attacks in the body and find operators' daily words instead:
 * addresses, paths, fragments of configuration and logs in a ticket; a body is parsed by the route's schema and is data
 * ever after. And an operator's system need not say what it is.
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
 * Pages that hold the public forms. Only the navigation of a browser to a page runs the script of a challenge; what
 * fetch() sends cannot, and passes with the token that the navigation left. Without one it is answered 202, and the
 * page loads itself anew.
 *
 * @see AWS WAF developer guide, "How the AWS WAF CAPTCHA and Challenge rule actions work"
 */
const formPages = ['/apply', '/application'];

/** Seconds for which a solved challenge holds: as long as filling in a long form and scanning papers takes. */
const immunity = { immunityTimeProperty: { immunityTime: 4 * 60 * 60 } };

/**
 * What the firewall does with a request, in this order: rates per address, then the challenge of public forms, then
 * the rule groups that AWS keeps up to date.
 *
 * @param routes contracts of all capabilities: what writes and is public is a public form
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
          // A silent proof that a browser asks: a form that anybody may send is a form that scripts send. The page
          // earns it when it is opened, and fetch() carries it from then on in a cookie.
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

/** Requests that change something without a signed-in caller; nothing while no contract has such a route. */
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

/** AWS WAF wants two statements or more under an "or". */
function anyOf(statements: readonly Statement[]): Statement {
  const [first] = statements;
  return statements.length === 1 && first !== undefined
    ? first
    : { orStatement: { statements: [...statements] } };
}

const untransformed = [{ priority: 0, type: 'NONE' }];

/** As the gateway reads a path: with what is percent-encoded in it decoded, so that no spelling gets round a rule. */
const asRouted = [
  { priority: 0, type: 'URL_DECODE' },
  { priority: 1, type: 'NORMALIZE_PATH' },
];
