import { beforeAll, describe } from 'vitest';
import { describeMalformedBodies } from './malformed-bodies.ts';
import { openInProcess } from './in-process.ts';
import type { Setting } from './setting.ts';

let setting: Setting;

beforeAll(async () => {
  setting = await openInProcess();
});

describe('malformed bodies, in process', () => {
  describeMalformedBodies(() => setting);
});
