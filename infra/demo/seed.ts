import type { SeedContext } from '../local/boot/seed-context.ts';
import { seedApplications } from './applications/seed-applications.ts';
import { seedCatalogue } from './catalogue/seed-catalogue.ts';
import { seedSevertelecomOrders, seedVolgalineOrders } from './seed-orders.ts';
import { demoPassword, demoPeople } from './people.ts';
import { DemoOrders } from './demo-orders.ts';
import { seedNotices } from './seed-notices.ts';
import { seedPeople } from './seed-people.ts';

/**
 * Creates the demo data of a first start: the stock, two operators with different histories, the people who serve
 * them, companies that apply for access, and the carrier's notices.
 */
export async function seedDemo(context: SeedContext): Promise<void> {
  const [actors] = await Promise.all([seedPeople(context), seedCatalogue(context)]);
  await Promise.all([
    seedSevertelecomOrders(new DemoOrders(context, actors)),
    seedVolgalineOrders(new DemoOrders(context, actors)),
    seedApplications(context, actors.managerSub),
    seedNotices(context, actors.administratorSub),
  ]);
  context.log(`Demo logins, password ${demoPassword}:`);
  for (const { login } of demoPeople) context.log(`  ${login}`);
}
