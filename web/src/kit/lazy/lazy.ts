import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import type { FlatNamespace } from 'i18next';
import { type ComponentType, lazy } from 'react';
import { needTexts } from '../../i18n/i18n.ts';

/** A script or its texts could not be loaded: there is no network, or a deployment has removed them. */
export class NotLoaded extends Error {
  constructor(cause: unknown) {
    super('Something that the pages consist of was not loaded', { cause });
    this.name = 'NotLoaded';
  }
}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/**
 * A page whose script is loaded when a user opens it, or is about to. Its type is not inferred: pages
 * ask the router for their parameters, and the router would ask the pages what they are.
 *
 * @param texts namespaces that it uses, in addition to those of every page
 * @throws {@link NotLoaded} when it is shown
 */
export function lazyPage<Props extends object = object>(
  load: () => Promise<{ readonly default: unknown }>,
  texts: readonly FlatNamespace[] = [],
): AsyncRouteComponent<Props> {
  const isComponent = (page: unknown): page is ComponentType<Props> => typeof page === 'function';
  return lazyRouteComponent<{ default: ComponentType<Props> }>(async () => {
    const { default: page } = await withTexts(texts, load()).catch(sayNotLoaded);
    return isComponent(page) ? { default: page } : sayNotLoaded(page);
  });
}

/** Loads a module together with its texts. */
export async function withTexts<T>(texts: readonly FlatNamespace[], loading: Promise<T>): Promise<T> {
  const [result] = await Promise.all([loading, needTexts(texts)]);
  return result;
}

/**
 * A part of a page, to be put into a `Part`.
 *
 * @param texts namespaces that it uses, in addition to those of every page
 * @throws {@link NotLoaded} when it is shown
 */
export function lazyPart<Props extends object>(load: Load<Props>, texts: readonly FlatNamespace[] = []) {
  return lazy(() => withTexts(texts, load()).catch(sayNotLoaded));
}

/** @throws {@link NotLoaded} always */
export function sayNotLoaded(cause: unknown): never {
  throw new NotLoaded(cause);
}
