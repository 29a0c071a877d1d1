import { startCognito } from '../../../../infra/local/cognito/server.ts';
import { settingsIn } from './pool-settings.ts';

/** A pool in a process of its own, which tells its parent the port: something that can be killed. */
const running = await startCognito(settingsIn(process.argv[2]!));
process.send!(running.port);
