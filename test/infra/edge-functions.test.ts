import { describe, expect, it } from 'vitest';
import { handler as routeClientSide } from '../../infra/edge/client-side-routes.ts';
import { handler as tellViewerAddress } from '../../infra/edge/viewer-address.ts';

const request = (uri: string, headers: Record<string, { value: string }> = {}) => ({
  viewer: { ip: '203.0.113.7' },
  request: { uri, headers },
});

describe('client-side routes', () => {
  it.each(['/', '/orders', '/orders/beta-01J9', '/sign-in/', '/orders.d/new'])(
    'gives %s to the application',
    (uri) => {
      expect(routeClientSide(request(uri)).uri).toBe('/index.html');
    },
  );

  it.each(['/index.html', '/config.json', '/openapi.json', '/assets/redoc-1a2b.js', '/favicon.svg'])(
    'leaves the file %s alone',
    (uri) => {
      expect(routeClientSide(request(uri)).uri).toBe(uri);
    },
  );

  it.each(['/docs', '/docs/'])('shows the reference at %s', (uri) => {
    expect(routeClientSide(request(uri)).uri).toBe('/docs/index.html');
  });
});

describe('the viewer’s address', () => {
  it('is what CloudFront saw, whatever the viewer claims', () => {
    const forged = request('/cabinet/v1/me', { 'x-viewer-address': { value: '198.51.100.1' } });
    expect(tellViewerAddress(forged).headers).toEqual({ 'x-viewer-address': { value: '203.0.113.7' } });
  });

  it('comes beside the other headers and leaves the path alone', () => {
    const tagged = tellViewerAddress(request('/cabinet/v1/me', { accept: { value: '*/*' } }));
    expect(tagged).toEqual({
      uri: '/cabinet/v1/me',
      headers: { accept: { value: '*/*' }, 'x-viewer-address': { value: '203.0.113.7' } },
    });
  });
});
