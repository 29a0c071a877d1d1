import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLambda, type Invocation } from '../lambda/runtime.ts';
import type { Assembly } from '../template/assembly.ts';
import { startCabinet } from './cabinet.ts';
import { functionEnvironment } from './function-environment.ts';
import { findRunningCabinet } from './holder.ts';
import { addEdgeHeaders, findCapability } from './invocation.ts';
import { openAssembly, ownProject } from './open-assembly.ts';
import { StartError } from './start-error.ts';
import { synthesize } from './synthesis.ts';

/**
 * Invokes the function of a capability with a sample of `events/`, in this process and with what its code is now,
 * against the services of the running cabinet; where none runs, one is started for as long as it takes.
 * @throws {StartError} when there is no such capability or sample
 */
export async function invokeSample(
  dataDirectory: string,
  capability: string,
  sample: string,
  projectDirectory = ownProject,
): Promise<Invocation> {
  const event = readSample(projectDirectory, sample);
  const running = findRunningCabinet(dataDirectory);
  if (!running) {
    const cabinet = await startCabinet({ dataDirectory, projectDirectory });
    try {
      const { assembly, lambda } = cabinet;
      return await lambda.invoke(findCapability(assembly, capability), addEdgeHeaders(assembly, event));
    } finally {
      await cabinet.close();
    }
  }
  const stage = 'dev';
  const synthesis = await synthesize({ projectDirectory, stage });
  const assembly: Assembly = openAssembly(synthesis, stage, dataDirectory, running.endpoints);
  const lambda = createLambda({
    assembly,
    environment: functionEnvironment(assembly.region, running.endpoints),
    output: ({ line }) => {
      console.error(line);
    },
  });
  try {
    return await lambda.invoke(findCapability(assembly, capability), addEdgeHeaders(assembly, event));
  } finally {
    await lambda.close();
  }
}

function readSample(projectDirectory: string, sample: string): unknown {
  const path = join(projectDirectory, 'events', sample.endsWith('.json') ? sample : `${sample}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`There is no sample to read at ${path} (${reason}): name one of events/.`);
  }
}
