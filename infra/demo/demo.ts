import { randomUUID } from 'node:crypto';
import { styleText } from 'node:util';
import * as z from 'zod';
import { readCommandLine, runCommand } from '../local/boot/command-line.ts';
import { StartError } from '../local/boot/start-error.ts';
import { type Answer, CabinetClient } from './cabinet-client.ts';
import { demoPassword, managerLogin, severtelecom, volgaline } from './people.ts';

const orders = '/tmf-api/productOrderingManagement/v4/productOrder';
const products = '/tmf-api/productInventory/v4/product';
const offeringId = 'leased-line';

const problemsSchema = z.object({ problem: z.array(z.object({ pointer: z.string(), message: z.string() })) });
const orderSchema = z.object({
  id: z.string(),
  state: z.string(),
  expectedCompletionDate: z.string().optional(),
  productOrderItem: z.array(z.object({ product: z.object({ id: z.string().optional() }) })),
});
const productSchema = z.object({ id: z.string(), name: z.string(), status: z.string() });
const offeringSchema = z.object({
  name: z.string(),
  deliveryWorkingDays: z.number(),
  prodSpecCharValueUse: z.array(z.object({ name: z.string(), label: z.string() })),
});

let steps = 0;

/** Prints the heading of a step. */
function step(title: string): void {
  steps += 1;
  console.log(`\n${styleText('bold', `${steps}. ${title}`)}`);
}

function show(line: string): void {
  console.log(`   ${line}`);
}

/** The response's body. @throws Error for any other status */
function expectStatus({ status, body }: Answer, expected: number): unknown {
  if (status === expected) return body;
  throw new Error(`Expected ${expected}, the cabinet answered ${status}: ${JSON.stringify(body)}`);
}

const leasedLine = (bandwidth: number) => ({
  externalId: 'DEMO-1',
  productOrderItem: [
    {
      id: '1',
      action: 'add',
      productOffering: { id: offeringId },
      product: {
        productCharacteristic: [
          { name: 'bandwidth', value: bandwidth },
          { name: 'endPointA', value: 'Санкт-Петербург, Синопская наб., 14' },
          { name: 'endPointB', value: 'Петрозаводск, ул. Дзержинского, 5' },
        ],
      },
    },
  ],
});

async function runDemo(origin: string): Promise<void> {
  step(`Sign in by SRP at ${origin}`);
  const technicalLogin = `technical@${severtelecom.domain}`;
  const technical = await CabinetClient.signIn(origin, technicalLogin, demoPassword);
  const manager = await CabinetClient.signIn(origin, managerLogin, demoPassword);
  show(`${technicalLogin} for the operator, ${managerLogin} for the carrier`);

  step('Choose an offering');
  const found = await technical.request(
    'GET',
    `/tmf-api/productCatalogManagement/v4/productOffering/${offeringId}`,
  );
  const offering = offeringSchema.parse(expectStatus(found, 200));
  show(`${offering.name}, delivered in ${offering.deliveryWorkingDays} working days`);
  show(offering.prodSpecCharValueUse.map(({ name, label }) => `${label} (${name})`).join(', '));

  step('Order it with a bandwidth that does not exist: refused, field by field');
  const refused = await technical.request('POST', orders, leasedLine(-5));
  for (const { pointer, message } of problemsSchema.parse(expectStatus(refused, 400)).problem)
    show(`${pointer}: ${message}`);

  step('Order it correctly, twice with one Idempotency-Key: one order');
  const key = { 'idempotency-key': randomUUID() };
  const order = orderSchema.parse(
    expectStatus(await technical.request('POST', orders, leasedLine(100), key), 201),
  );
  const again = orderSchema.parse(
    expectStatus(await technical.request('POST', orders, leasedLine(100), key), 201),
  );
  if (again.id !== order.id) throw new Error('The same key made two orders');
  show(`${order.id}: ${order.state}`);

  step('Accept it and complete it as the account manager');
  const transition = (id: string) => `/cabinet/v1/productOrder/${id}/transition`;
  const accepted = await manager.request('POST', transition(order.id), { state: 'inProgress' });
  const promised = orderSchema.parse(expectStatus(accepted, 200));
  show(`${promised.state}, promised for ${promised.expectedCompletionDate ?? '?'}`);
  const completed = await manager.request('POST', transition(order.id), { state: 'completed' });
  const delivered = orderSchema.parse(expectStatus(completed, 200));
  show(delivered.state);

  step('Find it among the services');
  const productId = z.string().parse(delivered.productOrderItem[0]?.product.id);
  const listed = z
    .array(productSchema)
    .parse(expectStatus(await technical.request('GET', `${products}?status=active&limit=100`), 200));
  const service = listed.find(({ id }) => id === productId);
  if (service === undefined) throw new Error('The service is not among the active ones');
  show(`${service.id}: ${service.name}, ${service.status}`);

  step('Another operator does not see it');
  const stranger = await CabinetClient.signIn(origin, `technical@${volgaline.domain}`, demoPassword);
  show(
    `${(await stranger.request('GET', `${products}/${productId}`)).status}, like a service that does not exist`,
  );

  step('Disconnect it');
  const disconnection = { productOrderItem: [{ id: '1', action: 'delete', product: { id: productId } }] };
  const last = orderSchema.parse(expectStatus(await technical.request('POST', orders, disconnection), 201));
  for (const state of ['inProgress', 'completed'])
    expectStatus(await manager.request('POST', transition(last.id), { state }), 200);
  const terminated = await technical.request('GET', `${products}/${productId}`);
  show(`${productId}: ${productSchema.parse(expectStatus(terminated, 200)).status}`);
  console.log(styleText('green', '\nOrdered, delivered, found, disconnected.'));
}

await runCommand(async () => {
  const options = { port: { type: 'string', default: '3000' } } as const;
  const { values } = readCommandLine({ options }, 'npm run demo -- [--port 3000]');
  const origin = `http://127.0.0.1:${values.port}`;
  try {
    await runDemo(origin);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `\nThe demo stopped: ${reason}\nIs a cabinet with demo data running at ${origin}? Start one with npm start, or name its --port.`,
      { cause: error },
    );
  }
});
