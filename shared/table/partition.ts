import type { Membership } from '../auth/membership.ts';
import { OutsideScope } from '../auth/outside-scope.ts';
import type { CarrierScope, PortfolioScope, Scope, SignedInScope } from '../auth/scope.ts';

/**
 * A partition of the table that its holder may read and write. There is no other way to one than through a scope,
 * so a query without a tenancy check does not compile.
 */
export class Partition {
  readonly #key: string;

  private constructor(key: string) {
    this.#key = key;
  }

  get key(): string {
    return this.#key;
  }

  /**
   * What belongs to one operator.
   *
   * @throws OutsideScope if the scope does not reach that operator: for its holder it does not exist
   */
  static ofOperator(scope: Scope, operatorId: string): Partition {
    if (!reaches(scope, operatorId)) throw new OutsideScope();
    return new Partition(`OP#${operatorId}`);
  }

  /** The data about a token's owner that the token lacks: a scope is only made from it. */
  static ofAccess(membership: Membership, sub: string): Partition {
    return new Partition(membership.side === 'operator' ? `OP#${membership.operatorId}` : `USER#${sub}`);
  }

  /** What a token's owner has settled, such as the accepted rules: a scope is only made from it, too. */
  static ofTokenOwner(sub: string): Partition {
    return new Partition(`USER#${sub}`);
  }

  /**
   * What belongs to one access application: to the holder of its secret, to the carrier's people who decide it, and to what
   * inspects its files and erases it.
   *
   * @throws OutsideScope
   */
  static ofApplication(scope: Scope, applicationId: string): Partition {
    const reached =
      scope.kind === 'applicant'
        ? scope.applicationId === applicationId
        : scope.kind === 'portfolio' || scope.kind === 'carrier' || scope.kind === 'system';
    if (!reached) throw new OutsideScope();
    return new Partition(`APPLICATION#${applicationId}`);
  }

  /** What anyone with an application's reference code may read: its state, and none of its content. */
  static ofReferenceCode(applicationId: string): Partition {
    return new Partition(`APPLICATION/STATUS#${applicationId}`);
  }

  /** An object that is to be erased: of all that it belonged to, only its key is left. */
  static ofRemovedObject(objectKey: string): Partition {
    return new Partition(`UPLOAD/REMOVED#${objectKey}`);
  }

  /**
   * The operator that an application is decided for, of any account manager: an approval registers an operator that
   * no one serves yet, or adds people to one that may be another manager's.
   */
  static ofApplicantsOperator(_scope: PortfolioScope, operatorId: string): Partition {
    return new Partition(`OP#${operatorId}`);
  }

  /** An operator's own record and its history, for the carrier's administrator, who keeps operators and sees nothing else of them. */
  static ofAdministeredOperator(_scope: CarrierScope, operatorId: string): Partition {
    return new Partition(`OP#${operatorId}`);
  }

  /** Which operators an account manager serves: the carrier's people give and take them. */
  static ofPortfolio(_scope: PortfolioScope | CarrierScope, managerSub: string): Partition {
    return new Partition(`USER#${managerSub}`);
  }

  /** The carrier's data that is the same for all callers: the catalogue, reference data. */
  static ofCarrier(): Partition {
    return new Partition('CARRIER');
  }

  /** What belongs to the caller alone: replays of own requests, own portfolio. */
  static ofUser(scope: SignedInScope): Partition {
    return new Partition(`USER#${scope.sub}`);
  }
}

/** Whether this scope includes an operator at all. The roles of the routes decide what can be seen of it. */
function reaches(scope: Scope, operatorId: string): boolean {
  switch (scope.kind) {
    case 'operator':
      return scope.operatorId === operatorId;
    case 'portfolio':
      return scope.operatorIds.has(operatorId);
    case 'support':
    case 'system':
      return true;
    case 'carrier':
    case 'applicant':
    case 'public':
      return false;
  }
}
