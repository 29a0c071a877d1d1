import { endpointEnvironment, type Endpoints } from './endpoints.ts';

/** The only access key that the services know, with administrator's rights. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/** Variables of the functions' environment in addition to the template's own: just the endpoints of the services. */
export function functionEnvironment(region: string, endpoints: Endpoints): Readonly<Record<string, string>> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...endpointEnvironment(endpoints),
  };
}
