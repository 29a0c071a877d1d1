import { createHash, createHmac } from 'node:crypto';
import { HttpRequest } from '@smithy/core/protocols';
import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { verifyHeaderSignature, verifyPresignedQuery } from '../../../aws/sigv4.ts';

const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const credentials = new Map([[accessKeyId, secretAccessKey]]);
const region = 'eu-central-1';
const now = new Date('2026-01-02T03:04:05Z');
const timestamp = '20260102T030405Z';
const accepted = { ok: true, accessKeyId, region };
const refused = (code: string) => ({ ok: false, code });

/** Signs a canonical request that is written out, without the library. */
function signByHand(canonicalRequest: string, service: string): string {
  const scope = ['20260102', region, service, 'aws4_request'];
  const key = scope.reduce<string | Buffer>(
    (derived, part) => createHmac('sha256', derived).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  const hash = createHash('sha256').update(canonicalRequest).digest('hex');
  const text = ['AWS4-HMAC-SHA256', timestamp, scope.join('/'), hash].join('\n');
  return createHmac('sha256', key).update(text).digest('hex');
}

const host = 'bucket.example';
const minimalHeaders: Readonly<Record<string, string>> = { host, 'x-amz-date': timestamp };

interface Case {
  readonly service?: string;
  readonly rawPath?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Canonical forms; by default, those of the minimal request. */
  readonly canonicalPath?: string;
  readonly canonicalQuery?: string;
  readonly canonicalHeaders?: Readonly<Record<string, string>>;
  /** As the `Authorization` header lists them, where this is not what was signed. */
  readonly signedHeaders?: string;
}

/** Verifies a request whose signature is that of the given canonical form. */
function verifyCase(each: Case, known = credentials) {
  const { service = 's3', rawPath = '/', query = '', headers = minimalHeaders } = each;
  const { canonicalPath = '/', canonicalQuery = '', canonicalHeaders = minimalHeaders } = each;
  const names = Object.keys(canonicalHeaders).join(';');
  const lines = Object.entries(canonicalHeaders).map(([name, value]) => `${name}:${value}`);
  const canonical = ['GET', canonicalPath, canonicalQuery, ...lines, '', names, 'UNSIGNED-PAYLOAD'];
  const authorization = [
    `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260102/${region}/${service}/aws4_request`,
    `SignedHeaders=${each.signedHeaders ?? names}`,
    `Signature=${signByHand(canonical.join('\n'), service)}`,
  ].join(', ');
  const request = { method: 'GET', rawPath, query, headers: { ...headers, authorization } };
  return verifyHeaderSignature(request, 'UNSIGNED-PAYLOAD', known, service, now);
}

const presigned = [
  'X-Amz-Algorithm=AWS4-HMAC-SHA256',
  `X-Amz-Credential=${accessKeyId}%2F20260102%2F${region}%2Fs3%2Faws4_request`,
  `X-Amz-Date=${timestamp}`,
  'X-Amz-Expires=60',
  'X-Amz-SignedHeaders=host',
  'b=1',
].join('&');
const presignedSignature = signByHand(
  ['GET', '/', presigned, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n'),
  's3',
);
const verifyUrl = (query: string) =>
  verifyPresignedQuery(
    { method: 'GET', rawPath: '/', query, headers: { host } },
    'UNSIGNED-PAYLOAD',
    credentials,
    's3',
    now,
  );

describe('the canonical form', () => {
  it('sorts a query by encoded name, then value, and encodes it as RFC 3986 does', async () => {
    const query = "prefix=a%2Fb+c&delimiter&b=2&b=1&a'=*";
    const canonicalQuery = 'a%27=%2A&b=1&b=2&delimiter=&prefix=a%2Fb%20c';
    expect(await verifyCase({ query, canonicalQuery })).toEqual(accepted);
  });

  it('leaves the signature of a presigned URL out, and nothing else', async () => {
    const signature = `X-Amz-Signature=${presignedSignature}`;
    expect(await verifyUrl(`b=1&${signature}&${presigned.replace('&b=1', '')}`)).toEqual(accepted);
    expect(await verifyUrl(`${presigned}&${signature}&a=1`)).toEqual(refused('mismatch'));
    expect(await verifyUrl(presigned)).toEqual(refused('missing'));
  });

  it('encodes the path of an object from UTF-8, however the client encoded it', async () => {
    const canonicalPath = '/%C3%A4%2F%F0%9F%98%80%20%28it%27s%29%2A%21~';
    for (const rawPath of [canonicalPath, "/%c3%a4%2f%f0%9f%98%80%20(it's)*!~"])
      expect(await verifyCase({ rawPath, canonicalPath })).toEqual(accepted);
  });

  it('leaves the segments of an object as they are, and normalises and encodes every other path', async () => {
    const rawPath = '/a//../%D0%BA/';
    expect(await verifyCase({ rawPath, canonicalPath: rawPath })).toEqual(accepted);
    expect(await verifyCase({ service: 'ses', rawPath, canonicalPath: '/%25D0%25BA/' })).toEqual(accepted);
  });

  it('collapses blanks in headers, and covers those that the SDK never signs', async () => {
    const headers = { 'cache-control': 'a, \t b', ...minimalHeaders };
    const canonicalHeaders = { 'cache-control': 'a, b', ...minimalHeaders };
    expect(await verifyCase({ headers, canonicalHeaders })).toEqual(accepted);
    const changed = { ...headers, 'cache-control': 'c' };
    expect(await verifyCase({ headers: changed, canonicalHeaders })).toEqual(refused('mismatch'));
  });
});

describe('a hostile request', () => {
  it('is refused when the key has another secret than at the last request', async () => {
    expect(await verifyCase({})).toEqual(accepted);
    const known = new Map([[accessKeyId, 'another secret']]);
    expect(await verifyCase({}, known)).toEqual(refused('mismatch'));
  });

  it.each(['constructor', '__proto__'])('gains nothing by listing the header %s as signed', async (name) => {
    expect(await verifyCase({ signedHeaders: `${name};host;x-amz-date` })).toEqual(accepted);
  });

  it.each<[string, string, Case]>([
    ['a signed header that is absent', 'mismatch', { canonicalHeaders: { accept: 'a', ...minimalHeaders } }],
    ['no host among the signed headers', 'unsignedHeaders', { signedHeaders: 'x-amz-date' }],
    ['half an escape in the query', 'malformed', { query: 'a=%E0%A4%A' }],
    ['half an escape in the path', 'malformed', { rawPath: '/%E0%A4%A' }],
    ['bytes that are not UTF-8', 'malformed', { rawPath: '/%FF' }],
    ['a prototype in the query', 'malformed', { query: '__proto__=1', canonicalQuery: '__proto__=1' }],
    ['a second signature', 'malformed', { query: 'X-Amz-Signature=1' }],
    ['a second signature in lower case', 'malformed', { query: 'x-amz-signature=1' }],
    ['a repeated parameter', 'mismatch', { query: 'a=1&a=2', canonicalQuery: 'a=1' }],
    ['a value that goes on after an equals sign', 'mismatch', { query: 'a=1=2', canonicalQuery: 'a=1' }],
  ])('is refused for %s: %s', async (_, code, each) => {
    expect(await verifyCase(each)).toEqual(refused(code));
  });

  it.each([
    ['a repeated parameter', 'b=1'],
    ['a second signature', 'X-Amz-Signature=1'],
    ['a signature in lower case', 'x-amz-signature=1'],
    ['a prototype', '__proto__=1'],
    ['half an escape', 'a=%2'],
  ])('is refused for %s in a presigned URL', async (_, added) => {
    const query = `${presigned}&X-Amz-Signature=${presignedSignature}&${added}`;
    expect(await verifyUrl(query)).toEqual(refused('malformed'));
  });
});

class Sha256 extends Hash {
  constructor(secret?: ConstructorParameters<typeof Hash>[1]) {
    super('sha256', secret);
  }
}

describe("what the SDK's own signer signs is accepted", () => {
  const paths = [
    '/',
    '/%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80%20%E2%84%96%201.pdf',
    '/a%20b%2Bc',
    '/a%2Fb//c/../d/.',
    '/%21%27%28%29%2A%25%3F%23',
  ];
  const queries: readonly (readonly [string, Record<string, string | string[]>])[] = [
    ['', {}],
    ['uploads&prefix=', { uploads: '', prefix: '' }],
    ['prefix=%D0%BA%D0%BB%D1%8E%D1%87+1&marker=a%2Fb', { prefix: 'ключ 1', marker: 'a/b' }],
    ['plus=%2B&space=%20&equals=a=b&percent=%2525', { plus: '+', space: ' ', equals: 'a=b', percent: '%25' }],
    ['b=2&b=&b=10&B=1&toString=1', { b: ['2', '', '10'], B: '1', toString: '1' }],
  ];
  const cases = ['s3', 'ses'].flatMap((service) =>
    paths.flatMap((path) => queries.map(([query, parsed]) => ({ service, path, query, parsed }))),
  );
  const createSigner = (service: string) =>
    new SignatureV4({
      service,
      region,
      credentials: { accessKeyId, secretAccessKey },
      sha256: Sha256,
      uriEscapePath: service !== 's3',
    });
  const createRequest = ({ path, parsed }: (typeof cases)[number]) =>
    new HttpRequest({
      method: 'GET',
      path,
      query: { ...parsed },
      headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    });

  it.each(cases)('in the header for $service: $path?$query', async (each) => {
    const { service, path, query } = each;
    const { headers } = await createSigner(service).sign(createRequest(each), { signingDate: now });
    const request = { method: 'GET', rawPath: path, query, headers };
    const verify = (changed: object) =>
      verifyHeaderSignature({ ...request, ...changed }, 'UNSIGNED-PAYLOAD', credentials, service, now);
    expect(await verify({})).toEqual(accepted);
    expect(await verify({ rawPath: `${path}x` })).toEqual(refused('mismatch'));
    expect(await verify({ query: `${query}&x` })).toEqual(refused('mismatch'));
  });

  it.each(cases.filter(({ service }) => service === 's3'))('in the URL: $path?$query', async (each) => {
    const signed = await createSigner('s3').presign(createRequest(each), { signingDate: now, expiresIn: 60 });
    const added = Object.entries(signed.query ?? {}).filter(
      ([name]) => name.startsWith('X-Amz-') || name.startsWith('x-amz-'),
    );
    const text = added.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
    const query = each.query === '' ? text : `${each.query}&${text}`;
    const request = { method: 'GET', rawPath: each.path, query, headers: { host } };
    const verify = (changed: object) =>
      verifyPresignedQuery({ ...request, ...changed }, 'UNSIGNED-PAYLOAD', credentials, 's3', now);
    expect(await verify({})).toEqual(each.query.startsWith('b=2&b') ? refused('malformed') : accepted);
    expect(await verify({ rawPath: `${each.path}x` })).toMatchObject({ ok: false });
  });
});
