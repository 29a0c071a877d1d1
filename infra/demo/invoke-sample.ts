import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Application } from '../local/boot/application.ts';
import { functionEnvironment } from '../local/boot/function-environment.ts';
import { findRunningStack } from '../local/boot/holder.ts';
import { startLocalStack } from '../local/boot/local-stack.ts';
import { openAssembly } from '../local/boot/open-assembly.ts';
import { openSessions } from '../local/boot/sessions.ts';
import { StartError } from '../local/boot/start-error.ts';
import { synthesize } from '../local/boot/synthesis.ts';
import { keyVariables } from '../local/iam/access-keys.ts';
import { createLambda, type Invocation } from '../local/lambda/runtime.ts';
import { addEdgeHeaders, findCapability } from './invocation.ts';

/** A sample for the function of a capability. */
interface SampleCall {
  readonly application: Application;
  /** Data of the running stack, or of one that is started just for this call. */
  readonly dataDirectory: string;
  /** The folder `events`. */
  readonly samples: string;
  readonly capability: string;
  /** Path in `samples`, or just the id of a route. */
  readonly sample: string;
}

/**
 * Invokes a function in this process and with the current code, against the services of the stack that runs on the
 * data directory.
 * @throws {StartError} when there is no such capability or sample
 */
export async function invokeSample(call: SampleCall): Promise<Invocation> {
  const { application, dataDirectory, capability } = call;
  const event = readSample(call);
  const running = findRunningStack(dataDirectory);
  if (!running) {
    const stack = await startLocalStack({ application, dataDirectory });
    try {
      const { assembly, lambda } = stack;
      return await lambda.invoke(findCapability(assembly, capability), addEdgeHeaders(assembly, event));
    } finally {
      await stack.close();
    }
  }
  const synthesis = await synthesize(application);
  const assembly = openAssembly(synthesis, application.stage, dataDirectory, running.endpoints);
  const sessions = openSessions(assembly, dataDirectory);
  const lambda = createLambda({
    assembly,
    environment: functionEnvironment(assembly.region, running.endpoints),
    credentials: (name) => keyVariables(sessions.keyOfFunction(name)),
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

function readSample({ samples, capability, sample }: SampleCall): unknown {
  const name = sample.replace(/(\.json)?$/, '.json');
  const own = join(samples, 'http', capability);
  const path = [join(samples, name), join(own, name)].find((candidate) => existsSync(candidate));
  if (path === undefined)
    throw new StartError(`There is no sample ${name}: name a file in ${own}, or a path in ${samples}.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new StartError(`${path} is not valid JSON: fix it.`);
  }
}
