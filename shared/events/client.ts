import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EventBus } from './event-bus.ts';

/**
 * Connects to a bus with short timeouts: events that are not published stay in the stream, and are retried from there.
 */
export function connectEventBus(name: string): EventBus {
  const client = new EventBridgeClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return new EventBus(client, name);
}
