import * as z from 'zod';
import type { Assembly } from '../local/template/assembly.ts';
import { StartError } from '../local/boot/start-error.ts';

const functionSchema = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()).default({}) }).optional(),
});

const distributionSchema = z.object({
  DistributionConfig: z.object({
    Origins: z.array(
      z.object({
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.string() }))
          .default([]),
      }),
    ),
  }),
});

const httpEventSchema = z.looseObject({
  headers: z.record(z.string(), z.string()).default({}),
  requestContext: z.looseObject({ http: z.object() }),
});

/**
 * Name of the function of a capability (a folder of `functions/`), which is in its service name variable.
 * @throws {StartError} with the names of all capabilities
 */
export function findCapability(assembly: Assembly, capability: string): string {
  const names = new Map(
    assembly.resources('AWS::Lambda::Function').flatMap(({ name, properties }) => {
      const service = functionSchema.parse(properties).Environment?.Variables['POWERTOOLS_SERVICE_NAME'];
      return typeof service === 'string' ? [[service, name]] : [];
    }),
  );
  const found = names.get(capability);
  if (found === undefined)
    throw new StartError(
      `There is no capability ${capability}; there are: ${[...names.keys()].sort().join(', ')}.`,
    );
  return found;
}

/** Adds the headers of CloudFront to a sample of an HTTP request; returns any other event unchanged. */
export function addEdgeHeaders(assembly: Assembly, event: unknown): unknown {
  const request = httpEventSchema.safeParse(event);
  if (!request.success) return event;
  const origins = assembly
    .resources('AWS::CloudFront::Distribution')
    .flatMap(({ properties }) => distributionSchema.parse(properties).DistributionConfig.Origins);
  const headers = { ...request.data.headers };
  for (const { HeaderName, HeaderValue } of origins.flatMap(({ OriginCustomHeaders }) => OriginCustomHeaders))
    headers[HeaderName.toLowerCase()] = HeaderValue;
  return { ...request.data, headers };
}
