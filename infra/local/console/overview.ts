import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { html, link, page, table, type Html } from './html.ts';
import type { Sources } from './sources.ts';

/** The overview: everything that exists, with links to the details. */
export async function showOverview(sources: Sources): Promise<Html> {
  const { address, tableNames, lambda, queues, events, outbox, table: client } = sources;
  const { origin, endpoints, userPoolId, userPoolClientId, buckets } = address;
  const tables = await Promise.all(
    tableNames.map(async (name) => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
      return [link(`/_local/tables/${encodeURIComponent(name)}`, name), Table?.ItemCount ?? 0];
    }),
  );
  return page(
    'Overview',
    html`<p>The application is at ${link(origin, origin)}.</p>
      <h2>Queues</h2>
      ${table(
        ['Queue', 'Waiting', 'In flight', 'Delayed'],
        queues
          .summaries()
          .map(({ name, visible, inFlight, delayed }) => [
            link(`/_local/queues/${encodeURIComponent(name)}`, name),
            visible,
            inFlight,
            delayed,
          ]),
      )}
      <h2>Events not delivered</h2>
      ${table(
        ['Rule', 'Target', 'State', 'Attempts', 'Last error'],
        events
          .deliveries()
          .map(({ id, rule, target, state, attempts, lastError }) => [
            link(`/_local/events/${encodeURIComponent(id)}`, rule),
            target,
            state,
            attempts,
            lastError,
          ]),
      )}
      <h2>E-mails</h2>
      ${table(
        ['Sent', 'To', 'Subject'],
        outbox
          .list(20)
          .map(({ id, sentAt, recipients, subject }) => [
            sentAt,
            recipients.join(', '),
            link(`/_local/mails/${id}`, subject),
          ]),
      )}
      <h2>Tables</h2>
      ${table(['Table', 'Items'], tables)}
      <h2>Buckets</h2>
      ${table(
        ['Bucket', 'Name'],
        Object.entries(buckets).map(([id, name]) => [
          link(`/_local/buckets/${encodeURIComponent(name)}`, id),
          name,
        ]),
      )}
      <h2>Functions</h2>
      ${table(
        ['Function', 'Memory', 'Timeout'],
        lambda.functions.map(({ name, memory, timeout }) => [name, `${memory} MB`, `${timeout} s`]),
      )}
      <h2>Addresses</h2>
      ${table(['Service', 'Endpoint'], Object.entries(endpoints))}
      <p>User pool ${userPoolId}, client ${userPoolClientId}.</p>`,
  );
}
