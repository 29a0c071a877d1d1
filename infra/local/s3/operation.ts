import type { Permit } from './access/permit.ts';
import type { Answer } from './answer.ts';
import { isHoistedHeader, type S3Request } from './request.ts';
import { notImplemented } from './s3-error.ts';
import type { Store } from './storage/store.ts';

/** One operation of S3, and everything in a request that it supports. */
export interface Operation {
  readonly name: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly on: 'service' | 'bucket' | 'object';
  /** Query parameters or headers whose presence selects it among the operations of its method. */
  readonly chosenBy?: readonly string[];
  /** Other query parameters. */
  readonly parameters?: readonly string[];
  /** `x-amz-` headers in addition to the common ones; a trailing `*` matches any suffix. */
  readonly headers?: readonly string[];
  /** IAM action that it takes, without `s3:`; absent where `run` checks the permissions itself. */
  readonly action?: string;
  /** The action for a version that the request names, if it is another one. */
  readonly versionAction?: string;
  readonly run: (request: S3Request, store: Store, permit: Permit) => Answer | Promise<Answer>;
}

const commonHeaders = [
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-expected-bucket-owner', // the whole stack is one account
  'x-amz-security-token',
  'x-amz-user-agent',
];

/**
 * Finds the operation of a request. An unsupported parameter or header makes it a different operation, which is
 * refused.
 * @throws S3Error `NotImplemented`
 */
export function chooseOperation(operations: readonly Operation[], request: S3Request): Operation {
  const on = request.bucket === '' ? 'service' : request.key === '' ? 'bucket' : 'object';
  const [chosen] = operations
    .filter((operation) => operation.method === request.method && operation.on === on)
    .filter(({ chosenBy = [] }) =>
      chosenBy.every((name) => request.parameters.has(name) || request.headers.has(name)),
    )
    .sort((left, right) => (right.chosenBy?.length ?? 0) - (left.chosenBy?.length ?? 0));
  if (!chosen) throw notImplemented(`${request.method} of a ${on}`);
  const { chosenBy = [], parameters = [], headers = [] } = chosen;
  const unsupportedParameter = [...request.parameters.keys()].find(
    (name) => !isOfSigning(name, request) && !chosenBy.includes(name) && !parameters.includes(name),
  );
  if (unsupportedParameter !== undefined)
    throw notImplemented(`${request.method} with ?${unsupportedParameter} of a ${on}`);
  assertUnderstood(chosen.name, request.headers.keys(), [...commonHeaders, ...chosenBy, ...headers]);
  return chosen;
}

/** @throws S3Error `NotImplemented` for an unsupported `x-amz-` header */
export function assertUnderstood(
  operation: string,
  names: Iterable<string>,
  understood: readonly string[],
): void {
  const unsupported = [...names].find(
    (name) =>
      name.startsWith('x-amz-') &&
      !understood.some((known) =>
        known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known,
      ),
  );
  if (unsupported !== undefined) throw notImplemented(`${unsupported} of ${operation}`);
}

/** `x-id` is the SDK's name of the operation in a URL; nothing depends on it. */
function isOfSigning(parameter: string, { isPresigned }: S3Request): boolean {
  return (
    parameter === 'x-id' || (isPresigned && (parameter.startsWith('X-Amz-') || isHoistedHeader(parameter)))
  );
}
