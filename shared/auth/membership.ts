import * as z from 'zod';
import { CabinetError } from '../errors.ts';
import {
  carrierRoleSchema,
  type CarrierRole,
  operatorGroupPrefix,
  operatorRoleSchema,
  type OperatorRole,
} from './roles.ts';

/** Shape of an operator's id: it is part of Cognito group names, of keys and of ids on the wire, where `-` separates. */
export const operatorIdSchema = z.string().regex(/^[a-z0-9]{2,32}$/);

/** Somebody of an operator. */
export interface OperatorMembership {
  readonly side: 'operator';
  readonly operatorId: string;
  readonly roles: readonly OperatorRole[];
}

/** What the groups of a token say about its owner. */
export type Membership =
  OperatorMembership | { readonly side: 'carrier'; readonly roles: readonly CarrierRole[] };

/**
 * Reads Cognito groups into a membership. Unknown groups say nothing and are passed over.
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

/** Whose token it is, and what it says beside that. */
export interface TokenOwner {
  readonly sub: string;
  readonly groups: readonly string[];
  /** The account has a second factor: functions/tokens says so when the token is made. */
  readonly hasSecondFactor: boolean;
}

/** Claim by which a token says that its owner has a second factor; a text, since API Gateway makes one of everything. */
export const secondFactorClaim = 'cabinet_mfa';

const claimsSchema = z.object({
  sub: z.string().min(1),
  'cognito:groups': z.string().optional(),
  [secondFactorClaim]: z.string().optional(),
});

/** Claims of an access token as API Gateway hands them over, where a list is the text `[a b]`. */
export function parseClaims(claims: unknown): TokenOwner {
  const { sub, 'cognito:groups': groups, [secondFactorClaim]: secondFactor } = claimsSchema.parse(claims);
  const names = (groups ?? '').replace(/^\[|\]$/g, '').split(' ');
  return {
    sub,
    groups: names.filter((name) => name !== ''),
    hasSecondFactor: secondFactor === 'true',
  };
}
