import * as z from 'zod';
import { CabinetError } from '../errors.ts';
import { Partition } from '../table/partition.ts';
import type { Table } from '../table/table.ts';
import { membershipOf, type Membership } from './membership.ts';
import type { CarrierRole, Role } from './roles.ts';
import type { OperatorScope, PortfolioScope, SignedInScope } from './scope.ts';

/** How long a function trusts what it read about a caller, in milliseconds. A refusal reads again first. */
const trustedMilliseconds = 60_000;
const largestCache = 1000;

/** The operator as its own people's access needs to know it. Other attributes of the item are other readers'. */
const operatorRecordSchema = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  status: z.enum(['active', 'suspended']),
  managerSub: z.string().optional(),
});

/** The operators of an account manager. */
const portfolioRecordSchema = z.object({
  schemaVersion: z.literal(1),
  operatorIds: z.array(z.string()),
});

/** Sort key of the operator's own record in its partition. */
export const operatorSortKey = 'OPERATOR';
/** Sort key of the portfolio in an account manager's partition. */
export const portfolioSortKey = 'PORTFOLIO';

/** A caller, as far as the cabinet knows. */
export interface Caller {
  /** The roles, each with the scope that it works in. */
  readonly scopes: ReadonlyMap<Role, SignedInScope>;
  /** The operator is suspended: reading works, writing does not. */
  readonly suspended: boolean;
  /** Whether this may be up to a minute old. */
  readonly cached: boolean;
}

/**
 * Who a token's owner is: its groups, and what one record of the table adds to them (the operator exists, is not
 * suspended; the manager's portfolio).
 */
export class AccessDirectory {
  readonly #table: Table;
  readonly #clock: () => Date;
  readonly #known = new Map<string, { caller: Caller; readAt: number }>();

  constructor(table: Table, clock: () => Date) {
    this.#table = table;
    this.#clock = clock;
  }

  /**
   * @param fresh read again what may be cached
   * @throws CabinetError `noGroup`, `noRole`, `roleWithoutOperator`, `severalOperators`, `operatorAndCarrier`,
   *   `unknownOperator`
   */
  async callerOf(
    { sub, groups }: { sub: string; groups: readonly string[] },
    fresh = false,
  ): Promise<Caller> {
    const membership = membershipOf(groups);
    const now = this.#clock().getTime();
    const name = `${sub} ${groups.join(' ')}`;
    const known = this.#known.get(name);
    if (!fresh && known !== undefined && now - known.readAt < trustedMilliseconds) return known.caller;

    const caller = await this.#read(membership, sub);
    if (this.#known.size >= largestCache) this.#known.clear();
    this.#known.set(name, { caller: { ...caller, cached: true }, readAt: now });
    return caller;
  }

  async #read(membership: Membership, sub: string): Promise<Caller> {
    const partition = Partition.ofAccess(membership, sub);
    if (membership.side === 'operator') return this.#readOperator(membership, sub, partition);
    const { roles } = membership;
    const operatorIds = roles.includes('manager') ? await this.#readPortfolio(partition) : new Set<string>();
    const scopes = new Map<Role, SignedInScope>(
      roles.map((role) => [role, carrierScope(role, { sub, roles, operatorIds })]),
    );
    return { scopes, suspended: false, cached: false };
  }

  async #readOperator(
    { operatorId, roles }: Extract<Membership, { side: 'operator' }>,
    sub: string,
    partition: Partition,
  ): Promise<Caller> {
    const item = await this.#table.get({ partition, sortKey: operatorSortKey });
    if (item === undefined) throw new CabinetError('unknownOperator');
    const { name, status, managerSub } = operatorRecordSchema.parse(item);
    const suspended = status === 'suspended';
    const scope: OperatorScope = {
      kind: 'operator',
      sub,
      operatorId,
      operatorName: name,
      managerSub,
      suspended,
      roles,
    };
    return { scopes: new Map(roles.map((role) => [role, scope])), suspended, cached: false };
  }

  async #readPortfolio(partition: Partition): Promise<ReadonlySet<string>> {
    const item = await this.#table.get({ partition, sortKey: portfolioSortKey });
    return new Set(item === undefined ? [] : portfolioRecordSchema.parse(item).operatorIds);
  }
}

function carrierScope(
  role: CarrierRole,
  { sub, roles, operatorIds }: Pick<PortfolioScope, 'sub' | 'roles' | 'operatorIds'>,
): SignedInScope {
  switch (role) {
    case 'manager':
      return { kind: 'portfolio', sub, roles, operatorIds };
    case 'support':
      return { kind: 'support', sub, roles };
    case 'carrier-administrator':
      return { kind: 'carrier', sub, roles };
  }
}
