import { readExternalEndpoints, serviceNames, type Endpoints, type ServiceName } from './endpoints.ts';
import { chooseFreePorts, requireFreePorts } from './ports.ts';

/** The servers, in the order of their ports. */
const listeners = ['application', ...serviceNames, 'console'] as const;
type Listener = (typeof listeners)[number];

/** The highest port that leaves room for the services above it. */
export const maxPort = 65_536 - listeners.length;

/** The addresses of all servers, chosen before any of them starts: the functions' environment contains all of them. */
export interface AddressPlan {
  readonly origin: string;
  readonly endpoints: Endpoints;
  portOf(listener: Listener): number;
}

/**
 * Assigns `port` to the application's pages and API, and the ports after it to the services, or free ones to all when it is 0.
 * @throws {StartError} when one of them is taken, or the address of an excluded service is missing
 */
export async function planAddresses(
  port: number,
  without: ReadonlySet<ServiceName>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<AddressPlan> {
  const outside = readExternalEndpoints(without, environment);
  const numbers =
    port === 0 ? await chooseFreePorts(listeners.length) : listeners.map((_, index) => port + index);
  const ports = new Map<Listener, number>(
    listeners.map((listener, index) => [listener, numbers[index] ?? 0]),
  );
  await requireFreePorts([...ports].filter(([listener]) => !(listener in outside)));
  const portOf = (listener: Listener): number => ports.get(listener) ?? 0;
  const address = (listener: Listener): string => `http://127.0.0.1:${portOf(listener)}`;
  const endpointOf = (service: ServiceName): string => outside[service] ?? address(service);
  return {
    origin: address('application'),
    endpoints: {
      dynamodb: endpointOf('dynamodb'),
      s3: endpointOf('s3'),
      'cognito-identity-provider': endpointOf('cognito-identity-provider'),
      eventbridge: endpointOf('eventbridge'),
      sqs: endpointOf('sqs'),
      sesv2: endpointOf('sesv2'),
    },
    portOf,
  };
}
