import { describe, expect, it } from 'vitest';
import {
  verifyHeaderSignature,
  verifyPostPolicySignature,
  verifyPresignedQuery,
} from '../../../aws/sigv4.ts';

// The signatures below are AWS's own examples ("Signature calculations for the Authorization header", "Authenticating
// requests: using query parameters", "Example: browser-based upload using HTTP POST", IAM user guide).
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const s3Credentials = new Map([['AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY']]);
const at = new Date('2013-05-24T00:05:00Z');

const getObject = {
  method: 'GET',
  rawPath: '/test.txt',
  query: '',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': emptyHash,
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
};

const verifyGet = (change: Partial<typeof getObject>, now = at, service = 's3') =>
  verifyHeaderSignature({ ...getObject, ...change }, emptyHash, s3Credentials, service, now);

describe('a signature in the Authorization header', () => {
  it("is accepted when it is the one of S3's published example", async () => {
    expect(await verifyGet({})).toEqual({
      ok: true,
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      region: 'us-east-1',
    });
  });

  it("is accepted when it is the one of IAM's published example", async () => {
    const listUsers = {
      method: 'GET',
      rawPath: '/',
      query: 'Version=2010-05-08&Action=ListUsers',
      headers: {
        host: 'iam.amazonaws.com',
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-amz-date': '20150830T123600Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
      },
    };
    const credentials = new Map([['AKIDEXAMPLE', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY']]);
    const now = new Date('2015-08-30T12:36:00Z');
    expect(await verifyHeaderSignature(listUsers, emptyHash, credentials, 'iam', now)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['another method', { method: 'PUT' }],
    ['another path', { rawPath: '/test2.txt' }],
    ['another query', { query: 'versionId=1' }],
    ['another header', { headers: { ...getObject.headers, range: 'bytes=0-99' } }],
  ])('is refused for %s', async (_, change) => {
    expect(await verifyGet(change)).toEqual({ ok: false, code: 'mismatch' });
  });

  it('is refused when the clocks are more than 15 minutes apart, either way', async () => {
    expect(await verifyGet({}, new Date('2013-05-24T00:15:01Z'))).toEqual({ ok: false, code: 'clockSkewed' });
    expect(await verifyGet({}, new Date('2013-05-23T23:44:59Z'))).toEqual({ ok: false, code: 'clockSkewed' });
  });

  it('is refused for another service, an unknown key, another payload, and when it is absent or garbled', async () => {
    expect(await verifyGet({}, at, 'cognito-idp')).toEqual({ ok: false, code: 'wrongService' });
    expect(await verifyHeaderSignature(getObject, emptyHash, new Map(), 's3', at)).toEqual({
      ok: false,
      code: 'unknownAccessKey',
    });
    expect(await verifyHeaderSignature(getObject, 'UNSIGNED-PAYLOAD', s3Credentials, 's3', at)).toMatchObject(
      {
        code: 'mismatch',
      },
    );
    const withAuthorization = (authorization: string) => ({
      headers: { ...getObject.headers, authorization },
    });
    expect(await verifyGet(withAuthorization(''))).toMatchObject({ code: 'missing' });
    expect(await verifyGet(withAuthorization('Bearer abc'))).toMatchObject({ code: 'malformed' });
  });

  it('is refused if it does not cover every x-amz- header', async () => {
    const headers = { ...getObject.headers, 'x-amz-acl': 'public-read' };
    expect(await verifyGet({ headers })).toEqual({ ok: false, code: 'unsignedHeaders' });
  });

  it('is refused, without a crash, when the percent-encoding is malformed', async () => {
    expect(await verifyGet({ rawPath: '/%E0%A4%A' })).toEqual({ ok: false, code: 'malformed' });
  });
});

describe('a presigned URL', () => {
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request',
    'X-Amz-Date=20130524T000000Z',
    'X-Amz-Expires=86400',
    'X-Amz-SignedHeaders=host',
    'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  ].join('&');
  const headers = { host: 'examplebucket.s3.amazonaws.com' };
  const request = { method: 'GET', rawPath: '/test.txt', query, headers };
  const verifyUrl = (change: object, now = at) =>
    verifyPresignedQuery({ ...request, ...change }, 'UNSIGNED-PAYLOAD', s3Credentials, 's3', now);

  it("is accepted when it is the one of S3's published example, until it expires", async () => {
    expect(await verifyUrl({})).toMatchObject({ ok: true });
    expect(await verifyUrl({}, new Date('2013-05-25T00:00:00Z'))).toMatchObject({ ok: true });
    expect(await verifyUrl({}, new Date('2013-05-25T00:00:01Z'))).toEqual({ ok: false, code: 'expired' });
    expect(await verifyUrl({}, new Date('2013-05-23T23:00:00Z'))).toEqual({ ok: false, code: 'clockSkewed' });
  });

  it('is refused for another key, method, parameter, lifetime or header', async () => {
    expect(await verifyUrl({ rawPath: '/other.txt' })).toMatchObject({ code: 'mismatch' });
    expect(await verifyUrl({ method: 'PUT' })).toMatchObject({ code: 'mismatch' });
    expect(await verifyUrl({ query: `${query}&versionId=1` })).toMatchObject({ code: 'mismatch' });
    expect(await verifyUrl({ query: query.replace('86400', '86401') })).toMatchObject({ code: 'mismatch' });
    expect(await verifyUrl({ query: query.replace('86400', '604801') })).toMatchObject({ code: 'malformed' });
    expect(await verifyUrl({ query: `${query}&X-Amz-Expires=604800` })).toMatchObject({ code: 'malformed' });
    expect(await verifyUrl({ headers: { ...headers, 'x-amz-meta-a': '1' } })).toMatchObject({
      code: 'unsignedHeaders',
    });
  });
});

describe('the signature of a POST policy', () => {
  const policyLines = [
    '{ "expiration": "2015-12-30T12:00:00.000Z",',
    '  "conditions": [',
    '    {"bucket": "sigv4examplebucket"},',
    '    ["starts-with", "$key", "user/user1/"],',
    '    {"acl": "public-read"},',
    '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
    '    ["starts-with", "$Content-Type", "image/"],',
    '    {"x-amz-meta-uuid": "14365123651274"},',
    '    {"x-amz-server-side-encryption": "AES256"},',
    '    ["starts-with", "$x-amz-meta-tag", ""],',
    '',
    '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
    '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
    '    {"x-amz-date": "20151229T000000Z" }',
    '  ]',
    '}',
  ];
  const form = {
    policy: Buffer.from(policyLines.join('\r\n')).toString('base64'),
    'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-date': '20151229T000000Z',
    'x-amz-signature': '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  };
  const verifyForm = (change: Record<string, string>) =>
    verifyPostPolicySignature(new Map(Object.entries({ ...form, ...change })), s3Credentials, 's3');

  it("is accepted when it is the one of S3's published example", async () => {
    expect(await verifyForm({})).toMatchObject({ ok: true, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' });
  });

  it('is refused for another policy, day, key or algorithm', async () => {
    expect(await verifyForm({ policy: `${form.policy}A` })).toMatchObject({ code: 'mismatch' });
    expect(await verifyForm({ 'x-amz-date': '20151230T000000Z' })).toMatchObject({ code: 'malformed' });
    expect(await verifyForm({ 'x-amz-algorithm': 'AWS4-HMAC-SHA1' })).toMatchObject({ code: 'malformed' });
    expect(await verifyForm({ 'x-amz-credential': 'X/20151229/us-east-1/s3/aws4_request' })).toMatchObject({
      code: 'unknownAccessKey',
    });
    expect(await verifyPostPolicySignature(new Map(), s3Credentials, 's3')).toEqual({
      ok: false,
      code: 'missing',
    });
  });
});
