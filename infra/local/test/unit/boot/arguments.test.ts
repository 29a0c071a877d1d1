import { expect, test } from 'vitest';
import { parseStartArguments as parse } from '../../../boot/arguments.ts';
import { readExternalEndpoints } from '../../../boot/endpoints.ts';
import { StartError } from '../../../boot/start-error.ts';

const command = {
  name: 'npm start --',
  port: 3000,
  dataDirectory: '.local',
  seed: { name: 'demo', run: () => Promise.resolve() },
};
const parseStartArguments = (commandLine: readonly string[]) => parse(commandLine, command);

test('without options it has the defaults of the command', () => {
  expect(parseStartArguments([])).toEqual({
    port: 3000,
    dataDirectory: '.local',
    fresh: false,
    seed: 'default',
    indexDelayMilliseconds: undefined,
    without: new Set(),
  });
});

test('every option is read', () => {
  const line = '--port 8080 --data /tmp/x --fresh --seed none --index-delay 100 --without dynamodb,s3';
  expect(parseStartArguments(line.split(' '))).toEqual({
    port: 8080,
    dataDirectory: '/tmp/x',
    fresh: true,
    seed: 'none',
    indexDelayMilliseconds: 100,
    without: new Set(['dynamodb', 's3']),
  });
});

test('a seed that is named is required', () => {
  expect(parseStartArguments(['--seed', 'demo']).seed).toBe('required');
});

test.each([
  ['--prot 1', /^Unknown option '--prot'; the options are: npm start -- \[--port 3000\]/],
  ['--port', /^Option '--port <value>' argument missing; the options are/],
  ['stray', /^Unexpected argument 'stray'/],
  ['--port x', '--port must be a number from 0 to 65528, not x.'],
  ['--port -1', /the options are/],
  ['--port=-1', '--port must be a number from 0 to 65528, not -1.'],
  ['--port 65535', '--port must be a number from 0 to 65528, not 65535.'],
  ['--index-delay soon', '--index-delay must be a number of milliseconds, not soon.'],
  ['--seed x', '--seed must be demo or none, not x.'],
  [
    '--without kinesis',
    '--without supports dynamodb, s3, cognito-identity-provider, eventbridge, sqs, sesv2, not kinesis.',
  ],
])('%s is refused in one sentence', (line, message) => {
  expect(() => parseStartArguments(line.split(' '))).toThrow(message);
  expect(() => parseStartArguments(line.split(' '))).toThrow(StartError);
});

test('the address of an excluded service is read from its variable', () => {
  const environment = { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9000/', AWS_ENDPOINT_URL_SQS: 'http://x' };
  expect(readExternalEndpoints(new Set(['s3']), environment)).toEqual({ s3: 'http://127.0.0.1:9000' });
});

test.each([{}, { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'nonsense' }])(
  'an excluded service without an address is refused in one sentence: %j',
  (environment) => {
    expect(() => readExternalEndpoints(new Set(['cognito-identity-provider']), environment)).toThrow(
      '--without cognito-identity-provider requires the address of your own in AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER.',
    );
  },
);
