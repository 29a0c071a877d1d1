import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EventBus } from './event-bus.ts';

/**
 * The bus by name, over a client that gives up in time: what was not published stays in the stream, and is tried
 * again from there.
 */
export function connectEventBus(name: string): EventBus {
  const client = new EventBridgeClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return new EventBus(client, name);
}
