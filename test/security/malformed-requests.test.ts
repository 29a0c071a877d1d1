import { beforeAll, describe } from 'vitest';
import { describeMalformedRequests } from './malformed-requests.ts';
import { openInProcess } from './in-process.ts';
import type { Setting } from './setting.ts';

let setting: Setting;

beforeAll(async () => {
  setting = await openInProcess();
});

describe('malformed requests, in process', () => {
  describeMalformedRequests(() => setting);
});
