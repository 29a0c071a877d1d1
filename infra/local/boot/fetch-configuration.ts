import * as z from 'zod';
import { StartError } from './start-error.ts';

const configurationSchema = z.object({
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  userPoolEndpoint: z.string(),
});

/** Asks a running cabinet what its pages are told. Throws a StartError when none answers there. */
export async function fetchConfiguration(origin: string): Promise<z.infer<typeof configurationSchema>> {
  try {
    const response = await fetch(`${origin}/config.json`);
    return configurationSchema.parse(await response.json());
  } catch {
    throw new StartError(`No cabinet answers at ${origin}: start one with npm start, or name its --port.`);
  }
}
