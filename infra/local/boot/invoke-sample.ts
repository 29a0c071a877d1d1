import { existsSync, readFileSync } from 'node:fs';
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
 * Invokes the function of a capability with a sample of `events/`, in this process and with the current code, against
 * the services of the running cabinet, or of one that is started just for this call.
 * @throws {StartError} when there is no such capability or sample
 */
export async function invokeSample(
  dataDirectory: string,
  capability: string,
  sample: string,
  projectDirectory = ownProject,
): Promise<Invocation> {
  const event = readSample(projectDirectory, capability, sample);
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

/** A sample is identified by its path in `events/`, or just by the id of its route. */
function readSample(projectDirectory: string, capability: string, sample: string): unknown {
  const directory = join(projectDirectory, 'events');
  const name = sample.replace(/(\.json)?$/, '.json');
  const own = join(directory, 'http', capability);
  const path = [join(directory, name), join(own, name)].find((candidate) => existsSync(candidate));
  if (path === undefined)
    throw new StartError(`There is no sample ${name}: name a file in ${own}, or a path in ${directory}.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new StartError(`${path} is not valid JSON: fix it.`);
  }
}
