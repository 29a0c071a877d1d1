import * as z from 'zod';
import { CabinetError } from '../errors.ts';
import { operatorKey } from '../operator/operator-key.ts';
import { operatorStatuses } from '../operator/operator-status.ts';
import { portfolioKey, portfolioRecordSchema } from '../operator/portfolio-record.ts';
import {
  acceptanceRecordSchema,
  acceptanceSortKey,
  machineAcceptanceSchema,
} from '../rules/acceptance-record.ts';
import { hasAccepted, type DatedRules, rulesVersions } from '../rules/rules-versions.ts';
import { Partition } from '../table/partition.ts';
import type { StoredItem, Table } from '../table/table.ts';
import {
  membershipOf,
  type Membership,
  type OperatorMembership,
  type TokenOwner,
} from '../auth/membership.ts';
import type { CarrierRole, Role } from '../auth/roles.ts';
import type { AccessBlock, OperatorScope, PortfolioScope, SignedInScope } from '../auth/scope.ts';

/** How long a function trusts what it read about a caller, in milliseconds. A refusal reads again first. */
const trustedMilliseconds = 60_000;
const maxCachedCallers = 1000;

/** The operator as its own people's access needs to know it. Other attributes of the item are other readers'. */
const operatorRecordSchema = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  status: z.enum(operatorStatuses),
  managerSub: z.string().optional(),
});

/** A caller, as far as the cabinet knows. */
export interface Caller {
  /** The roles, each with the scope that it works in. */
  readonly scopes: ReadonlyMap<Role, SignedInScope>;
  /** The operator is suspended: reading works, writing does not. */
  readonly suspended: boolean;
  /** What stands in the way of everything but the routes that say otherwise. */
  readonly accessBlock: AccessBlock | undefined;
  /** Whether this may be up to a minute old. */
  readonly cached: boolean;
}

/** What the access of everybody depends on beside the table. */
interface AccessSettings {
  /** The carrier's people need a second factor. */
  readonly mfaRequired: boolean;
  /** Versions of the rules that an operator's people have to accept. */
  readonly rules?: readonly DatedRules[];
}

/**
 * Who a token's owner is: its groups, and what one read of the table adds to them (the operator exists, is not
 * suspended; the rules that were accepted; the manager's portfolio).
 */
export class AccessDirectory {
  readonly #table: Table;
  readonly #clock: () => Date;
  readonly #mfaRequired: boolean;
  readonly #rules: readonly DatedRules[];
  readonly #known = new Map<string, { caller: Caller; readAt: number }>();

  constructor(table: Table, clock: () => Date, { mfaRequired, rules = rulesVersions }: AccessSettings) {
    this.#table = table;
    this.#clock = clock;
    this.#mfaRequired = mfaRequired;
    this.#rules = rules;
  }

  /**
   * @param fresh read again what may be cached
   * @throws CabinetError `noGroup`, `noRole`, `roleWithoutOperator`, `severalOperators`, `operatorAndCarrier`,
   *   `unknownOperator`
   */
  async callerOf({ sub, groups, hasSecondFactor }: TokenOwner, fresh = false): Promise<Caller> {
    const membership = membershipOf(groups);
    const now = this.#clock().getTime();
    const name = `${sub} ${hasSecondFactor} ${groups.join(' ')}`;
    const known = this.#known.get(name);
    if (!fresh && known !== undefined && now - known.readAt < trustedMilliseconds) return known.caller;

    const caller = await this.#read(membership, { sub, hasSecondFactor });
    if (this.#known.size >= maxCachedCallers) this.#known.clear();
    this.#known.set(name, { caller: { ...caller, cached: true }, readAt: now });
    return caller;
  }

  async #read(
    membership: Membership,
    { sub, hasSecondFactor }: Pick<TokenOwner, 'sub' | 'hasSecondFactor'>,
  ): Promise<Caller> {
    if (membership.side === 'operator') return this.#readOperator(membership, sub);
    const { roles } = membership;
    const accessBlock = this.#mfaRequired && !hasSecondFactor ? 'mfaRequired' : undefined;
    const operatorIds = roles.includes('manager')
      ? await this.#readPortfolio(Partition.ofAccess(membership, sub))
      : new Set<string>();
    const scopes = new Map<Role, SignedInScope>(
      roles.map((role) => [role, carrierScope(role, { sub, roles, operatorIds, accessBlock })]),
    );
    return { scopes, suspended: false, accessBlock, cached: false };
  }

  async #readOperator(membership: OperatorMembership, sub: string): Promise<Caller> {
    const { operatorId, roles } = membership;
    const [record, acceptance] = await this.#table.getMany([
      operatorKey(Partition.ofAccess(membership, sub)),
      { partition: Partition.ofTokenOwner(sub), sortKey: acceptanceSortKey },
    ]);
    if (record === undefined) throw new CabinetError('unknownOperator');
    const { name, status, managerSub } = operatorRecordSchema.parse(record);
    const suspended = status === 'suspended';
    const accessBlock =
      status === 'closed' ? 'operatorClosed' : this.#hasAccepted(acceptance) ? undefined : 'rulesNotAccepted';
    const scope: OperatorScope = {
      kind: 'operator',
      sub,
      operatorId,
      operatorName: name,
      managerSub,
      suspended,
      accessBlock,
      roles,
    };
    return { scopes: new Map(roles.map((role) => [role, scope])), suspended, accessBlock, cached: false };
  }

  #hasAccepted(acceptance: StoredItem | undefined): boolean {
    if (machineAcceptanceSchema.safeParse(acceptance).success) return true;
    const accepted =
      acceptance === undefined ? undefined : acceptanceRecordSchema.parse(acceptance).rulesVersion;
    return hasAccepted(accepted, this.#rules, this.#clock());
  }

  async #readPortfolio(partition: Partition): Promise<ReadonlySet<string>> {
    const item = await this.#table.get(portfolioKey(partition));
    return new Set(item === undefined ? [] : portfolioRecordSchema.parse(item).operatorIds);
  }
}

function carrierScope(
  role: CarrierRole,
  { operatorIds, ...common }: Pick<PortfolioScope, 'sub' | 'roles' | 'operatorIds' | 'accessBlock'>,
): SignedInScope {
  switch (role) {
    case 'manager':
      return { kind: 'portfolio', ...common, operatorIds };
    case 'support':
      return { kind: 'support', ...common };
    case 'carrier-administrator':
      return { kind: 'carrier', ...common };
  }
}
