import * as z from 'zod';
import { createHandlers } from '../../../../functions/catalog/handlers.ts';
import { routes } from '../../../../functions/catalog/routes.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import type { Table } from '../../../../shared/table/table.ts';
import { assertTmf } from '../../../contract/tmf.ts';
import {
  type Call,
  callerOf,
  carrierPerson,
  type Person,
  type RequestParts,
  seedOperator,
} from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';

export const base = '/tmf-api/productCatalogManagement/v4';
export const administrator = carrierPerson('carrier-administrator');

/** The attributes of a catalogue resource that tests read. */
const resourceSchema = z.looseObject({ id: z.string(), href: z.string(), name: z.string() });
type Resource = z.infer<typeof resourceSchema>;

/** A separate catalogue, with a user of each role. */
export interface CatalogFixture {
  readonly call: Call;
  readonly technician: Person;
  readonly testTable: TestTable;
  /** Advances the clock, which is otherwise stopped. */
  readonly advance: (milliseconds: number) => void;
  /** Another function over the same table, with the same clock. */
  readonly callOver: (table: Table) => Call;
  /** Creates as the administrator and returns the response body. */
  readonly create: (resource: string, body: object, headers?: Record<string, string>) => Promise<Resource>;
}

const definitions: Readonly<Record<string, string>> = {
  catalog: 'Catalog',
  category: 'Category',
  productSpecification: 'ProductSpecification',
  productOffering: 'ProductOffering',
  productOfferingPrice: 'ProductOfferingPrice',
};

/** Validates every response against TMF620 before the test sees it. */
function conforming(call: Call): Call {
  return async (person: Person | undefined, request: string, parts?: RequestParts) => {
    const answer = await call(person, request, parts);
    const resource = new URL(request.split(' ')[1] ?? '', 'https://x').pathname.split('/')[4] ?? '';
    const isPartial = request.includes('fields=') || parts?.query?.['fields'] !== undefined;
    if (answer.status >= 400) assertTmf('TMF620', 'Error', answer.body);
    else if (answer.status !== 204 && !isPartial) {
      for (const body of [answer.body].flat()) assertTmf('TMF620', definitions[resource] ?? '', body);
    }
    return answer;
  };
}

export async function openCatalog(): Promise<CatalogFixture> {
  const testTable = await openTable();
  let now = Date.parse('2026-03-02T09:00:00.000Z');
  const clock = () => new Date(now);
  const ids = createIds(clock);
  const callOver = (table: Table) =>
    conforming(callerOf(routes, createHandlers({ table, clock, ids }), { table, clock }));
  const call = callOver(testTable.table);
  const person = await seedOperator(testTable, 'sever');
  return {
    call,
    callOver,
    testTable,
    technician: person('technical'),
    advance: (milliseconds) => {
      now += milliseconds;
    },
    create: async (resource, body, headers = {}) => {
      const answer = await call(administrator, `POST ${base}/${resource}`, { body, headers });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body, null, 1));
      return resourceSchema.parse(answer.body);
    },
  };
}

/** One attribute of the resources of a list. */
export function listed(attribute: 'id' | 'name', body: unknown): string[] {
  return z
    .array(resourceSchema)
    .parse(body)
    .map((resource) => resource[attribute]);
}

/** JSON Pointers of a request's problems. */
export function pointersOf(body: unknown): string[] {
  const { problem } = z.object({ problem: z.array(z.object({ pointer: z.string() })) }).parse(body);
  return problem.map(({ pointer }) => pointer).toSorted();
}

export const bandwidth = {
  name: 'bandwidth',
  label: 'Скорость',
  valueType: 'integer',
  minCardinality: 1,
  configurable: true,
  productSpecCharacteristicValue: [{ valueFrom: 1, valueTo: 1000, unitOfMeasure: 'Mbit/s' }],
};

export const accessType = {
  name: 'accessType',
  label: 'Интерфейс',
  valueType: 'string',
  minCardinality: 1,
  productSpecCharacteristicValue: [
    { value: '1000BASE-LX', label: '1000BASE-LX', isDefault: true },
    { value: '10GBASE-LR', label: '10GBASE-LR' },
  ],
};

/** Creates what an active offering refers to, and returns it with a request body for the offering. */
export async function prepareOffering({ create }: CatalogFixture) {
  const category = await create('category', { name: 'VPN', lifecycleStatus: 'active' });
  const specification = await create('productSpecification', {
    name: 'L3 VPN',
    lifecycleStatus: 'active',
    productSpecCharacteristic: [bandwidth, accessType],
  });
  const price = await create('productOfferingPrice', {
    name: 'Порт',
    lifecycleStatus: 'active',
    priceType: 'recurring',
    price: { unit: 'RUB', value: 21.5 },
    unitOfMeasure: { amount: 1, units: 'Mbit/s' },
    prodSpecCharValueUse: [{ name: 'bandwidth' }],
  });
  const input = {
    name: 'L3 VPN',
    lifecycleStatus: 'active',
    category: [{ id: category.id }],
    productSpecification: { id: specification.id },
    productOfferingPrice: [{ id: price.id }],
    deliveryWorkingDays: 20,
    placeRequired: true,
  };
  return { category, specification, price, input };
}
