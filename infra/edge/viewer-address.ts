import type { ViewerRequest, ViewerRequestEvent } from './viewer-request.ts';

/**
 * Runs in CloudFront, before the API: tells it the viewer's address, whatever the viewer claims it to be. Must not
 * use anything from outside of itself.
 */
export function handler(event: ViewerRequestEvent): ViewerRequest {
  event.request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return event.request;
}
