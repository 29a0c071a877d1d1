import { endpointEnvironment, type Endpoints } from './endpoints.ts';

/** The one access key that every service knows, with administrator's rights. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/** What the functions' environment has beside the template's own variables: no more than where the services are. */
export function functionEnvironment(region: string, endpoints: Endpoints): Readonly<Record<string, string>> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...endpointEnvironment(endpoints),
  };
}
