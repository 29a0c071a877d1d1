import { beforeAll, describe } from 'vitest';
import { describeTenancy } from './tenancy.ts';
import { openInProcess } from './in-process.ts';
import type { Setting } from './setting.ts';

let setting: Setting;

beforeAll(async () => {
  setting = await openInProcess();
});

describe('tenancy, in process', () => {
  describeTenancy(() => setting);
});
