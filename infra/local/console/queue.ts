import { html, json, page, table, type Html } from './html.ts';
import { parseJson } from './parse-json.ts';
import type { Sources } from './sources.ts';

/** The messages of a queue, without receiving them; undefined when there is no such queue. */
export function showQueue({ queues }: Sources, name: string): Html | undefined {
  const queue = queues.summaries().find((summary) => summary.name === name);
  if (!queue) return undefined;
  const messages = queues.peek(name).map(({ messageId, body }) => [messageId, json(parseJson(body))]);
  return page(
    name,
    html`<p>${queue.url}</p>
      ${table(['Message', 'Body'], messages)}`,
  );
}
