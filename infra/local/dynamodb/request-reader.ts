/** A complete HTTP request: its bytes as received, and the parts that matter for its signature. */
export interface RawRequest {
  readonly bytes: Buffer;
  readonly method: string;
  readonly rawPath: string;
  readonly query: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Collects the requests of one connection. */
export interface RequestReader {
  /** The requests that are complete with these bytes. @throws Error when they are not such requests */
  read(bytes: Buffer): RawRequest[];
}

const endOfHead = Buffer.from('\r\n\r\n');
const maxHeadBytes = 16 * 1024;
/** DynamoDB's limit for a request is 16 MB. */
const maxBodyBytes = 16 * 1024 * 1024;

/**
 * Reads HTTP/1.1 requests with a length, as the AWS SDKs send them. The server of `node:http` also parses them, but
 * cannot pass on their bytes and those of the response unchanged: that takes a second client and three times the time.
 */
export function createRequestReader(): RequestReader {
  let pending: Buffer = Buffer.alloc(0);
  return {
    read: (bytes) => {
      pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
      const requests: RawRequest[] = [];
      for (let request = parse(pending); request; request = parse(pending)) {
        requests.push(request);
        pending = pending.subarray(request.bytes.length);
      }
      return requests;
    },
  };
}

function parse(bytes: Buffer): RawRequest | undefined {
  const end = bytes.indexOf(endOfHead);
  if (end > maxHeadBytes || (end === -1 && bytes.length > maxHeadBytes))
    throw new Error('the head is too long');
  if (end === -1) return undefined;
  const [requestLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const [, method = '', target = ''] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(requestLine) ?? [];
  const headers = parseHeaders(lines);
  const length = headers['content-length'] ?? '0';
  if (method === '' || !/^\d{1,9}$/.test(length) || headers['transfer-encoding'] !== undefined)
    throw new Error('the head is not supported');
  if (Number(length) > maxBodyBytes) throw new Error('the body is too long');
  const start = end + endOfHead.length;
  const size = start + Number(length);
  if (bytes.length < size) return undefined;
  const [rawPath = '', ...query] = target.split('?');
  return {
    bytes: bytes.subarray(0, size),
    ...{ method, rawPath, query: query.join('?'), headers },
    body: bytes.subarray(start, size),
  };
}

/** @throws Error for a malformed or repeated header */
function parseHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon < 1 || !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || Object.hasOwn(headers, name))
      throw new Error('a header is not supported');
    headers[name] = line.slice(colon + 1).trim();
  }
  return headers;
}
