import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectTo } from '../../../../infra/local/testing/cognito/pool-fixture.ts';

/** A user pool that answers every call with the same error, and a client for it. */
export async function startBusyPool(code: string) {
  const server = createServer((_, response) => {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ __type: code, message: 'Rate exceeded' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cognito = connectTo(`http://127.0.0.1:${port}`);
  return {
    cognito,
    close: async () => {
      cognito.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
