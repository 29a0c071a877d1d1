import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCabinet, type RunningCabinet } from '../../infra/demo/cabinet.ts';
import type { StackAddress } from '../../infra/local/boot/stack-address.ts';
import { seedDemo } from '../../infra/demo/seed.ts';

/** Address of the one cabinet of a run, for the tests that open its pages. */
export interface DemoCabinet extends StackAddress {
  readonly dataDirectory: string;
}

/** Starts a cabinet with the demo, on free ports and in a directory of its own. */
export async function openDemoCabinet(): Promise<{ cabinet: DemoCabinet; close: () => Promise<void> }> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cabinet-e2e-'));
  let running: RunningCabinet | undefined;
  const close = async (): Promise<void> => {
    await running?.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    // As in the cloud, secondary indexes lack what was just written: pages must not rely on them.
    running = await startCabinet({ dataDirectory, seed: seedDemo, indexDelayMilliseconds: 300 });
    const { origin, endpoints, region, account, credentials } = running;
    const { userPoolId, userPoolClientId, tableName, buckets } = running;
    const places = { origin, endpoints, tableName, buckets, dataDirectory };
    const identity = { region, account, credentials, userPoolId, userPoolClientId };
    return { cabinet: { ...places, ...identity }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
