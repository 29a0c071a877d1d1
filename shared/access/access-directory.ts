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
import type { StoredItem } from '../table/item.ts';
import type { Table } from '../table/table.ts';
import {
  membershipOf,
  type Membership,
  type OperatorMembership,
  type TokenOwner,
} from '../auth/membership.ts';
import type { CarrierRole, Role } from '../auth/roles.ts';
import type { AccessBlock, OperatorScope, PortfolioScope, SignedInScope } from '../auth/scope.ts';

/** How long a caller is cached. Before a request is refused, the caller is read again. */
const cacheTtlMilliseconds = 60_000;
const maxCachedCallers = 1000;

/** The attributes of an operator that its users' access depends on. */
const operatorRecordSchema = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  status: z.enum(operatorStatuses),
  managerSub: z.string().optional(),
});

/** A caller's access. */
export interface Caller {
  /** The roles, each with its scope. */
  readonly scopes: ReadonlyMap<Role, SignedInScope>;
  /** The operator is suspended: its users read, and write only what routes allow (`allowedWhileSuspended`). */
  readonly suspended: boolean;
  /** Why access is blocked, except to routes that are allowed while blocked. */
  readonly accessBlock: AccessBlock | undefined;
  /** Whether this is from the cache, and may be up to a minute old. */
  readonly cached: boolean;
}

/** Settings that all callers' access depends on. */
interface AccessSettings {
  /** The carrier's staff need a second factor. */
  readonly mfaRequired: boolean;
  /** Versions of the rules that an operator's users have to accept. */
  readonly rules?: readonly DatedRules[];
}

/**
 * Determines a token owner's access from its groups and from one read of the table: the operator's status and the accepted
 * rules, or the manager's portfolio.
 */
export class AccessDirectory {
  readonly #table: Table;
  readonly #clock: () => Date;
  readonly #mfaRequired: boolean;
  readonly #rules: readonly DatedRules[];
  readonly #cache = new Map<string, { caller: Caller; readAt: number }>();

  constructor(table: Table, clock: () => Date, { mfaRequired, rules = rulesVersions }: AccessSettings) {
    this.#table = table;
    this.#clock = clock;
    this.#mfaRequired = mfaRequired;
    this.#rules = rules;
  }

  /**
   * @param fresh bypasses the cache
   * @throws CabinetError `noGroup`, `noRole`, `roleWithoutOperator`, `severalOperators`, `operatorAndCarrier`,
   *   `unknownOperator`
   */
  async callerOf(owner: TokenOwner, fresh = false): Promise<Caller> {
    const { sub, name = '', groups, hasSecondFactor } = owner;
    const membership = membershipOf(groups);
    const now = this.#clock().getTime();
    // As JSON: users choose their names, and none may read like groups.
    const cacheKey = JSON.stringify([sub, hasSecondFactor, groups, name]);
    const cachedEntry = this.#cache.get(cacheKey);
    if (!fresh && cachedEntry !== undefined && now - cachedEntry.readAt < cacheTtlMilliseconds)
      return cachedEntry.caller;

    const caller = await this.#read(membership, owner);
    if (this.#cache.size >= maxCachedCallers) this.#cache.clear();
    this.#cache.set(cacheKey, { caller: { ...caller, cached: true }, readAt: now });
    return caller;
  }

  async #read(membership: Membership, { sub, name, hasSecondFactor }: TokenOwner): Promise<Caller> {
    if (membership.side === 'operator') return this.#readOperator(membership, { sub, name });
    const { roles } = membership;
    const accessBlock = this.#mfaRequired && !hasSecondFactor ? 'mfaRequired' : undefined;
    const operatorIds = roles.includes('manager')
      ? await this.#readPortfolio(Partition.ofAccess(membership, sub))
      : new Set<string>();
    const scopes = new Map<Role, SignedInScope>(
      roles.map((role) => [role, carrierScope(role, { sub, name, roles, operatorIds, accessBlock })]),
    );
    return { scopes, suspended: false, accessBlock, cached: false };
  }

  async #readOperator(
    membership: OperatorMembership,
    { sub, name }: Pick<TokenOwner, 'sub' | 'name'>,
  ): Promise<Caller> {
    const { operatorId, roles } = membership;
    const [record, acceptance] = await this.#table.getMany([
      operatorKey(Partition.ofAccess(membership, sub)),
      { partition: Partition.ofTokenOwner(sub), sortKey: acceptanceSortKey },
    ]);
    if (record === undefined) throw new CabinetError('unknownOperator');
    const { name: operatorName, status, managerSub } = operatorRecordSchema.parse(record);
    const suspended = status === 'suspended';
    const accessBlock =
      status === 'closed' ? 'operatorClosed' : this.#hasAccepted(acceptance) ? undefined : 'rulesNotAccepted';
    const scope: OperatorScope = {
      kind: 'operator',
      sub,
      name,
      operatorId,
      operatorName,
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
  { operatorIds, ...common }: Pick<PortfolioScope, 'sub' | 'name' | 'roles' | 'operatorIds' | 'accessBlock'>,
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
