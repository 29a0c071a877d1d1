import { createContext, use } from 'react';
import { type WebConfig, webConfigSchema } from '../../../shared/web-config.ts';
import { sayNotLoaded } from '../kit/lazy/lazy.ts';

const WebConfigContext = createContext<WebConfig | undefined>(undefined);

export const WebConfigProvider = WebConfigContext.Provider;

/** Loads `/config.json`. @throws {@link NotLoaded} if that fails */
export async function loadWebConfig(): Promise<WebConfig> {
  const response = await fetch('/config.json', { signal: AbortSignal.timeout(10_000) }).catch(sayNotLoaded);
  if (!response.ok) sayNotLoaded(response.status);
  return webConfigSchema.parse(await response.json());
}

/** The carrier's brand, and the user pool. */
export function useWebConfig(): WebConfig {
  const config = use(WebConfigContext);
  if (config === undefined) throw new Error('The configuration is read before anything is shown');
  return config;
}
