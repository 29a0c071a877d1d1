import { lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';

/** Something that the pages consist of did not come: there is no network, or a deployment took it away. */
export class NotLoaded extends Error {
  constructor(cause: unknown) {
    super('Something that the pages consist of was not loaded', { cause });
    this.name = 'NotLoaded';
  }
}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** A page whose script is loaded when somebody goes there, or is about to. @throws {@link NotLoaded} when it is shown */
export function lazyPage<Props extends object>(load: Load<Props>) {
  return lazyRouteComponent(() => load().catch(sayNotLoaded));
}

/** A part of a page, to be put into a `Part`. @throws {@link NotLoaded} when it is shown */
export function lazyPart<Props extends object>(load: Load<Props>) {
  return lazy(() => load().catch(sayNotLoaded));
}

/** @throws {@link NotLoaded} always */
export function sayNotLoaded(cause: unknown): never {
  throw new NotLoaded(cause);
}
