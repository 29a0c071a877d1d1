import { readCommandLine, runCommand } from '../local/boot/command-line.ts';
import { fetchConfiguration } from './fetch-configuration.ts';
import { demoPassword } from './people.ts';
import { signInWithSrp } from '../local/cognito/sign-in.ts';

const usage = 'npm run --silent token -- <login> [--port 3000] [--password …] [--code 123456]';

await runCommand(async () => {
  const { values, positionals } = readCommandLine(
    {
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '3000' },
        password: { type: 'string', default: demoPassword },
        code: { type: 'string' },
      },
    },
    usage,
  );
  const [username, ...rest] = positionals;
  if (username === undefined || rest.length > 0) throw new Error(`One login is needed: ${usage}`);
  const { userPoolId, userPoolClientId, userPoolEndpoint } = await fetchConfiguration(
    `http://127.0.0.1:${values.port}`,
  );
  const { code } = values;
  const { accessToken } = await signInWithSrp({
    endpoint: userPoolEndpoint,
    poolId: userPoolId,
    clientId: userPoolClientId,
    username,
    password: values.password,
    totpCode: code === undefined ? undefined : () => code,
  });
  console.log(accessToken);
});
