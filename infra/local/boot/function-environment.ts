import { endpointEnvironment, type Endpoints } from './endpoints.ts';

/** The access key of tools and tests, with administrator's rights. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/** Variables of the functions' environment beside the template's own and their credentials: region and endpoints. */
export function functionEnvironment(region: string, endpoints: Endpoints): Readonly<Record<string, string>> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...endpointEnvironment(endpoints),
  };
}
