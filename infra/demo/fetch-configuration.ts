import * as z from 'zod';
import { StartError } from '../local/boot/start-error.ts';

const configurationSchema = z.object({
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  userPoolEndpoint: z.string(),
});

/** Reads the `/config.json` of a running cabinet. Throws a StartError when none answers there. */
export async function fetchConfiguration(origin: string): Promise<z.infer<typeof configurationSchema>> {
  try {
    const response = await fetch(`${origin}/config.json`);
    return configurationSchema.parse(await response.json());
  } catch {
    throw new StartError(`No cabinet answers at ${origin}: start one with npm start, or name its --port.`);
  }
}
