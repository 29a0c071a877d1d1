import type { ViewerRequest, ViewerRequestEvent } from './viewer-request.ts';

/**
 * Runs in CloudFront, before the API: passes on the viewer's real address, whatever the viewer claims. Must not use
 * anything outside of its own body.
 */
export function handler(event: ViewerRequestEvent): ViewerRequest {
  event.request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return event.request;
}
