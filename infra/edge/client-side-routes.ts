import type { ViewerRequest, ViewerRequestEvent } from './viewer-request.ts';

/**
 * Runs in CloudFront, before the pages: a path without a file extension is a client-side route of the application,
 * except `/docs`, which is a separate page. Must not use anything outside of its own body.
 */
export function handler(event: ViewerRequestEvent): ViewerRequest {
  const request = event.request;
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (request.uri === '/docs' || request.uri === '/docs/') request.uri = '/docs/index.html';
  else if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
