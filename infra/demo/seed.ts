import type { SeedContext } from '../local/boot/seed-context.ts';
import { seedApplications } from './applications/seed-applications.ts';
import { seedCatalogue } from './catalogue/seed-catalogue.ts';
import { playSevertelecom, playVolgaline } from './histories.ts';
import { demoPassword, demoPeople } from './people.ts';
import { OrderPlay } from './play-orders.ts';
import { seedNotices } from './seed-notices.ts';
import { seedPeople } from './seed-people.ts';

/**
 * Creates the demo data of a first start: the stock, two operators with different histories, the people who serve
 * them, companies that apply for access, and the carrier's notices.
 */
export async function seedDemo(context: SeedContext): Promise<void> {
  const [actors] = await Promise.all([seedPeople(context), seedCatalogue(context)]);
  await Promise.all([
    playSevertelecom(new OrderPlay(context, actors)),
    playVolgaline(new OrderPlay(context, actors)),
    seedApplications(context, actors.managerSub),
    seedNotices(context, actors.administratorSub),
  ]);
  context.log(`Demo logins, password ${demoPassword}:`);
  for (const { login } of demoPeople) context.log(`  ${login}`);
}
