import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EventBus } from '../../../../shared/events/event-bus.ts';

/** An entry of PutEvents, as it came over the wire. */
interface ReceivedEntry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Time: number;
  readonly EventBusName: string;
}

/** What the bus answers to one call: an HTTP status, or for each entry whether it is taken. */
type Behaviour = (entries: readonly ReceivedEntry[], call: number) => number | readonly boolean[];

/** An EventBridge endpoint on 127.0.0.1 that records events, and rejects them on demand. */
export async function startRecordingBus(behave: Behaviour = (entries) => entries.map(() => true)) {
  const calls: ReceivedEntry[][] = [];
  const taken: ReceivedEntry[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { Entries } = JSON.parse(body) as { Entries: ReceivedEntry[] };
      const answer = behave(Entries, calls.length);
      calls.push(Entries);
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      if (typeof answer === 'number') {
        response.writeHead(answer).end(JSON.stringify({ __type: 'ValidationException', message: 'no' }));
        return;
      }
      taken.push(...Entries.filter((_, index) => answer[index]));
      response.end(
        JSON.stringify({
          FailedEntryCount: answer.filter((isTaken) => !isTaken).length,
          Entries: answer.map((isTaken, index) =>
            isTaken
              ? { EventId: `event-${String(index)}` }
              : { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow' },
          ),
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const client = new EventBridgeClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    endpoint,
    bus: new EventBus(client, 'cabinet'),
    calls,
    taken,
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
