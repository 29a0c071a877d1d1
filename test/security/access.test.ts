import { beforeAll, describe } from 'vitest';
import { describeAccess } from './access.ts';
import { openInProcess } from './in-process.ts';
import type { Setting } from './setting.ts';

let setting: Setting;

beforeAll(async () => {
  setting = await openInProcess();
});

describe('access, in process', () => {
  describeAccess(() => setting);
});
