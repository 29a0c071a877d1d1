import type * as z from 'zod';
import type { OperatorScope, PortfolioScope } from '../../shared/auth/scope.ts';
import { Creation } from '../../shared/table/creation.ts';
import { createIds, type Ids } from '../../shared/table/ids.ts';
import { Table } from '../../shared/table/table.ts';
import { createHandlers } from '../../functions/orders/handlers.ts';
import { routes } from '../../functions/orders/routes.ts';
import type { SeedContext } from '../local/boot/seed-context.ts';
import { type DemoOperator, demoOperators } from './people.ts';

type OrderBody = z.input<typeof routes.createProductOrder.body>;
type TransitionBody = z.input<typeof routes.transitionProductOrder.body>;

const day = 24 * 60 * 60 * 1000;

/** Subjects of the people who act in the demo's history. */
export interface DemoActors {
  readonly managerSub: string;
  readonly technicalSub: (operator: DemoOperator) => string;
}

/**
 * Places and processes orders with the code that serves requests, at moments in the past, so that the demo's
 * histories are real ones: validated, priced, with every step recorded.
 */
export class DemoOrders {
  readonly #table: Table;
  readonly #handlers: ReturnType<typeof createHandlers>;
  readonly #actors: DemoActors;
  readonly #end: number;
  #now: Date;
  #ids: Ids;

  constructor(context: SeedContext, actors: DemoActors) {
    this.#actors = actors;
    this.#end = context.now().getTime();
    this.#now = context.now();
    this.#ids = createIds(() => this.#now);
    const clock = () => this.#now;
    this.#table = new Table(context.clients.table, context.tableName);
    this.#handlers = createHandlers({ table: this.#table, clock, ids: () => this.#ids() });
  }

  /** Sets the clock to this many days before the start of the cabinet. */
  at(daysAgo: number): void {
    this.#now = new Date(this.#end - daysAgo * day);
    // An id generator never goes back in time.
    this.#ids = createIds(() => this.#now);
  }

  /** The moment this many days before (negative: after) the start of the cabinet, as the API writes it. */
  date(daysAgo: number): string {
    return new Date(this.#end - daysAgo * day).toISOString();
  }

  /** Places an order for the operator. @returns the order's id */
  async order(operator: DemoOperator, body: OrderBody): Promise<string> {
    const { body: order } = await this.#handlers.createProductOrder({
      ...this.#request,
      params: undefined,
      query: undefined,
      scope: this.#operatorScope(operator),
      body: routes.createProductOrder.body.parse(body),
      creation: new Creation(this.#table, undefined, routes.createProductOrder.success.body),
    });
    return order.id;
  }

  /**
   * Applies the account manager's transition to an order or one of its items. @returns ids of its services, by item
   */
  async step(id: string, body: TransitionBody): Promise<ReadonlyMap<string, string>> {
    const { body: order } = await this.#handlers.transitionProductOrder({
      ...this.#request,
      params: { id },
      query: undefined,
      scope: this.#managerScope,
      body: routes.transitionProductOrder.body.parse(body),
      creation: undefined,
    });
    return new Map(
      order.productOrderItem.flatMap(({ id: itemId, product }) =>
        product.id === undefined ? [] : [[itemId, product.id]],
      ),
    );
  }

  /** Accepts an order on one day and completes it on another. @returns ids of the services, by item */
  async deliver(id: string, accepted: number, completed: number): Promise<ReadonlyMap<string, string>> {
    this.at(accepted);
    await this.step(id, { state: 'inProgress' });
    this.at(completed);
    return this.step(id, { state: 'completed' });
  }

  /** Requests the cancellation of an order for the operator. */
  async askToCancel(operator: DemoOperator, id: string, reason: string): Promise<void> {
    await this.#handlers.createCancelProductOrder({
      ...this.#request,
      params: undefined,
      query: undefined,
      scope: this.#operatorScope(operator),
      body: routes.createCancelProductOrder.body.parse({ productOrder: { id }, cancellationReason: reason }),
      creation: new Creation(this.#table, undefined, routes.createCancelProductOrder.success.body),
    });
  }

  /** Adds a note of the operator or the manager to an order. */
  async note(by: DemoOperator | 'manager', id: string, text: string): Promise<void> {
    await this.#handlers.createProductOrderNote({
      ...this.#request,
      params: { id },
      query: undefined,
      scope: by === 'manager' ? this.#managerScope : this.#operatorScope(by),
      body: { text },
      creation: new Creation(this.#table, undefined, routes.createProductOrderNote.success.body),
    });
  }

  get #request() {
    return {
      language: 'ru',
      contentLanguage: undefined,
      ifMatch: undefined,
      viewerAddress: undefined,
      requestId: 'demo',
    } as const;
  }

  get #managerScope(): PortfolioScope {
    const operatorIds = new Set(demoOperators.map(({ id }) => id));
    return { kind: 'portfolio', sub: this.#actors.managerSub, operatorIds, roles: ['manager'] };
  }

  #operatorScope(operator: DemoOperator): OperatorScope {
    return {
      kind: 'operator',
      sub: this.#actors.technicalSub(operator),
      operatorId: operator.id,
      operatorName: operator.name,
      managerSub: this.#actors.managerSub,
      suspended: false,
      roles: ['technical'],
    };
  }
}
