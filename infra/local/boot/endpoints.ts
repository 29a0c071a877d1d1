import { StartError } from './start-error.ts';

/** The services that the functions call, each with the endpoint variable of the AWS SDKs. */
export const endpointVariables = {
  dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
  s3: 'AWS_ENDPOINT_URL_S3',
  'cognito-identity-provider': 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER',
  eventbridge: 'AWS_ENDPOINT_URL_EVENTBRIDGE',
  sqs: 'AWS_ENDPOINT_URL_SQS',
  sesv2: 'AWS_ENDPOINT_URL_SESV2',
} as const;

export type ServiceName = keyof typeof endpointVariables;
export type Endpoints = Readonly<Record<ServiceName, string>>;

export function isServiceName(name: string): name is ServiceName {
  return Object.hasOwn(endpointVariables, name);
}

export const serviceNames = Object.keys(endpointVariables).filter(isServiceName);

/** Endpoints of the services that the caller runs elsewhere. Throws a StartError when a variable is missing. */
export function readExternalEndpoints(
  without: ReadonlySet<ServiceName>,
  environment: Readonly<Record<string, string | undefined>>,
): Partial<Endpoints> {
  return Object.fromEntries(
    [...without].map((service) => {
      const variable = endpointVariables[service];
      const endpoint = environment[variable];
      if (endpoint === undefined || !URL.canParse(endpoint))
        throw new StartError(`--without ${service} requires the address of your own in ${variable}.`);
      return [service, endpoint.replace(/\/$/, '')];
    }),
  );
}

/** The SDK's environment variables for the endpoints. */
export function endpointEnvironment(endpoints: Endpoints): Record<string, string> {
  return Object.fromEntries(serviceNames.map((service) => [endpointVariables[service], endpoints[service]]));
}
