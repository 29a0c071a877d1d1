import i18next from 'i18next';
import * as z from 'zod/mini';

/** An error answer of the API with its `Error` body, or a failed request. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: readonly FieldProblem[];
  readonly allowed: readonly string[];

  constructor(status: number, body: ErrorBody) {
    super(body.message ?? body.reason ?? '');
    this.name = 'ApiError';
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.problems = body.problem ?? [];
    this.allowed = body.allowed ?? [];
  }
}

/** One wrong field: its JSON Pointer and what would be right. */
export interface FieldProblem {
  readonly pointer: string;
  readonly message: string;
}

/** Fields of an error answer; the gateway's own have only `message`. */
const errorBodySchema = z.object({
  code: z.optional(z.string()),
  reason: z.optional(z.string()),
  message: z.optional(z.string()),
  problem: z.optional(z.array(z.object({ pointer: z.string(), message: z.string() }))),
  allowed: z.optional(z.array(z.string())),
});

type ErrorBody = z.infer<typeof errorBodySchema>;

/** What a call answered, or an {@link ApiError}. */
export function unwrap<T>(result: { data?: T; error?: unknown; response: Response }): T {
  if (result.data === undefined) throw failureOf(result);
  return result.data;
}

/** A message for the user about a failed call. */
export function failureOf({ error, response }: { error?: unknown; response: Response }): ApiError {
  const body = errorBodySchema.safeParse(error).data;
  if (body?.code !== undefined) return new ApiError(response.status, body);
  // The gateway itself, which answers "Service Unavailable" in English only.
  const code = String(response.status);
  return new ApiError(response.status, { message: i18next.t('api.failed', { code }) });
}

/** Whether the resource was changed by another user since it was read. */
export function isStale(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 412 || error.code === 'concurrentChange');
}

/** Version of a resource as its `ETag` gives it; sent back as `If-Match`. */
export function versionOf(response: Response): string | undefined {
  return response.headers.get('etag') ?? undefined;
}

/** Cursor of the next page, from the `Link` header (RFC 8288). */
export function nextCursorOf(response: Response): string | undefined {
  const address = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  if (address === undefined) return undefined;
  return new URL(address, 'https://cabinet.invalid').searchParams.get('cursor') ?? undefined;
}
