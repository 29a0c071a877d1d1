import { startCognito } from '../../../cognito/server.ts';
import { settingsIn } from '../../../testing/cognito/pool-settings.ts';

/** A pool in a separate process that reports its port to its parent, and that tests can kill. */
const running = await startCognito(settingsIn(process.argv[2]!));
process.send!(running.port);
