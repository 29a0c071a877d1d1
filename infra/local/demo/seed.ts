import type { SeedContext } from '../boot/seed-context.ts';
import { demoPassword, demoPeople } from './people.ts';
import { seedPeople } from './seed-people.ts';

/** Makes the demo of the first start: two operators with different histories, and the carrier's people who serve them. */
export async function seedDemo(context: SeedContext): Promise<void> {
  await seedPeople(context);
  context.log(`Demo logins, password ${demoPassword}: ${demoPeople.map(({ login }) => login).join(', ')}`);
}
