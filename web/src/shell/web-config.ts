import { createContext, use } from 'react';
import { type WebConfig, webConfigSchema } from '../../../shared/web-config.ts';
import { sayNotLoaded } from '../kit/lazy/lazy.ts';

const WebConfigContext = createContext<WebConfig | undefined>(undefined);

export const WebConfigProvider = WebConfigContext.Provider;

/** Reads `/config.json`. @throws {@link NotLoaded} when it does not come */
export async function loadWebConfig(): Promise<WebConfig> {
  const response = await fetch('/config.json', { signal: AbortSignal.timeout(10_000) }).catch(sayNotLoaded);
  if (!response.ok) sayNotLoaded(response.status);
  return webConfigSchema.parse(await response.json());
}

/** Whose cabinet this is, and where its users sign in. */
export function useWebConfig(): WebConfig {
  const config = use(WebConfigContext);
  if (config === undefined) throw new Error('The configuration is read before anything is shown');
  return config;
}
