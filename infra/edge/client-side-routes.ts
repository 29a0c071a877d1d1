import type { ViewerRequest, ViewerRequestEvent } from './viewer-request.ts';

/**
 * Runs in CloudFront, before the pages: an address that names no file is a route of the application in the browser,
 * save `/docs`, which is a page of its own. Must not use anything from outside of itself.
 */
export function handler(event: ViewerRequestEvent): ViewerRequest {
  const request = event.request;
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (request.uri === '/docs' || request.uri === '/docs/') request.uri = '/docs/index.html';
  else if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
