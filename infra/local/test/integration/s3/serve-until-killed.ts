import { startS3 } from '../../../s3/server.ts';
import { settingsOf } from '../../../testing/s3/running-s3.ts';

/** An S3 in a separate process, for tests that kill it; its events are never accepted. */
const [, , directory = ''] = process.argv;
const buckets = { documents: { NotificationConfiguration: { EventBridgeConfiguration: {} } } };
const never = () => new Promise<void>(() => undefined);
const { port } = await startS3(settingsOf(directory, buckets, never));
process.stdout.write(`${port}\n`);
