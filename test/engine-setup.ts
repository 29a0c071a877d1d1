import type { TestProject } from 'vitest/node';
import { startTestEngine } from './engine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Endpoint of the DynamoDB engine that all tests of the run share. */
    readonly engineEndpoint: string;
  }
}

/** Starts the one engine of a run; each test file has tables of its own in it. Resolves with what ends it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { endpoint, close } = await startTestEngine({ inMemory: true });
  project.provide('engineEndpoint', endpoint);
  return close;
}
