import { html, json, page, type Html } from './html.ts';
import type { Sources } from './sources.ts';

/** A delivery that is not finished; undefined when it is finished by now. */
export function showEvent({ events }: Sources, id: string): Html | undefined {
  const delivery = events.deliveries().find((candidate) => candidate.id === id);
  if (!delivery) return undefined;
  const { rule, target, state, attempts, lastError, event } = delivery;
  return page(
    `Event for ${rule}`,
    html`<p>${state} after ${attempts} attempts at ${target}: ${lastError ?? 'no error yet'}</p>
      ${json(event)}`,
  );
}
