// Copies everything that an operator has in the cabinet into a folder: lists as JSON, and the files of its orders.
//   CABINET=http://127.0.0.1:3000 TOKEN=… node docs/export.mjs <folder>
// TOKEN is an access token of the operator's administrator. It is valid for 15 minutes: a system that takes longer signs
// in and refreshes it like docs/machine-client.mjs.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const { CABINET, TOKEN } = process.env;
const folder = process.argv[2] ?? 'export';

async function request(path) {
  const response = await fetch(new URL(path, CABINET), { headers: { authorization: `Bearer ${TOKEN}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

async function save(name, content) {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Saves a list with all of its pages: each page names the next one in its `Link` header (RFC 8288). */
async function saveList(path, name) {
  const items = [];
  for (let next = path; next !== undefined;) {
    const response = await request(next);
    items.push(...(await response.json()));
    next = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  await save(`${name}.json`, JSON.stringify(items, undefined, 2));
  console.log(`${name}: ${items.length}`);
  return items;
}

await save('me.json', await (await request('/cabinet/v1/me')).text());
for (const name of ['person', 'machineAccount', 'activity', 'notice'])
  await saveList(`/cabinet/v1/${name}`, name);
for (const name of ['party/v4/organization', 'partyRoleManagement/v4/partyRole'])
  await saveList(`/tmf-api/${name}`, name.split('/').at(-1));
for (const name of ['catalog', 'category', 'productSpecification', 'productOffering', 'productOfferingPrice'])
  await saveList(`/tmf-api/productCatalogManagement/v4/${name}`, `catalogue/${name}`);

for (const { id } of await saveList('/tmf-api/productInventory/v4/product?limit=100', 'service'))
  await saveList(`/cabinet/v1/product/${id}/history`, `service/${id}/history`);

await saveList('/tmf-api/productOrderingManagement/v4/cancelProductOrder', 'cancellation');
for (const { id } of await saveList(
  '/tmf-api/productOrderingManagement/v4/productOrder?limit=100',
  'order',
)) {
  const order = `/cabinet/v1/productOrder/${id}`;
  await saveList(`${order}/note`, `order/${id}/note`);
  await saveList(`${order}/history`, `order/${id}/history`);
  for (const file of await saveList(`${order}/attachment`, `order/${id}/attachment`)) {
    if (file.state !== 'accepted') continue;
    const { url } = await (await request(`${order}/attachment/${file.id}`)).json();
    const bytes = await (await fetch(url)).arrayBuffer();
    await save(`order/${id}/${file.id}-${file.fileName.replaceAll(/[/\\]/g, '_')}`, Buffer.from(bytes));
  }
}
