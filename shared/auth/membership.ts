import * as z from 'zod';
import { CabinetError } from '../errors.ts';
import {
  carrierRoleSchema,
  type CarrierRole,
  operatorGroupPrefix,
  operatorRoleSchema,
  type OperatorRole,
} from './roles.ts';

/** Format of an operator's id. It is part of Cognito group names, keys and API ids, which use `-` as a separator. */
export const operatorIdSchema = z.string().regex(/^[a-z0-9]{2,32}$/);

/** A user of an operator. */
export interface OperatorMembership {
  readonly side: 'operator';
  readonly operatorId: string;
  readonly roles: readonly OperatorRole[];
}

/** Membership of a token's owner, according to its groups. */
export type Membership =
  | OperatorMembership
  | { readonly side: 'carrier'; readonly roles: readonly CarrierRole[] };

/**
 * Derives the membership from Cognito groups. Unknown groups are ignored.
 *
 * @throws CabinetError `noGroup`, `noRole`, `roleWithoutOperator`, `severalOperators` or `operatorAndCarrier`
 */
export function membershipOf(groups: readonly string[]): Membership {
  const operatorIds = groups
    .filter((group) => group.startsWith(operatorGroupPrefix))
    .map((group) => group.slice(operatorGroupPrefix.length));
  const operatorRoles = groups.flatMap((group) => operatorRoleSchema.safeParse(group).data ?? []);
  const carrierRoles = groups.flatMap((group) => carrierRoleSchema.safeParse(group).data ?? []);
  const [operatorId] = operatorIds;

  if (carrierRoles.length > 0) {
    if (operatorId !== undefined || operatorRoles.length > 0) throw new CabinetError('operatorAndCarrier');
    return { side: 'carrier', roles: carrierRoles };
  }
  if (operatorId === undefined) {
    throw new CabinetError(operatorRoles.length > 0 ? 'roleWithoutOperator' : 'noGroup');
  }
  if (operatorIds.length > 1) throw new CabinetError('severalOperators');
  if (operatorRoles.length === 0) throw new CabinetError('noRole');
  if (!operatorIdSchema.safeParse(operatorId).success) throw new CabinetError('unknownOperator');
  return { side: 'operator', operatorId, roles: operatorRoles };
}

/** The owner of a token. */
export interface TokenOwner {
  readonly sub: string;
  /** Name of the user when the token was issued, if the account has one. */
  readonly name?: string | undefined;
  readonly groups: readonly string[];
  /** The account has a second factor, according to a claim that functions/tokens adds. */
  readonly hasSecondFactor: boolean;
}

/** Claim of a token whose owner has a second factor. A string, since API Gateway converts all claims to strings. */
export const secondFactorClaim = 'cabinet_mfa';

/** Claim with the user's name, which histories record. Cognito itself puts it into ID tokens only. */
export const nameClaim = 'name';

const claimsSchema = z.object({
  sub: z.string().min(1),
  'cognito:groups': z.string().optional(),
  [secondFactorClaim]: z.string().optional(),
  [nameClaim]: z.string().optional(),
});

/** Parses the claims of an access token in API Gateway's format, where a list is the string `[a b]`. */
export function parseClaims(claims: unknown): TokenOwner {
  const {
    sub,
    'cognito:groups': groups,
    [secondFactorClaim]: secondFactor,
    [nameClaim]: name,
  } = claimsSchema.parse(claims);
  const names = (groups ?? '').replace(/^\[|\]$/g, '').split(' ');
  return {
    sub,
    ...(name === undefined ? {} : { name }),
    groups: names.filter((name) => name !== ''),
    hasSecondFactor: secondFactor === 'true',
  };
}
