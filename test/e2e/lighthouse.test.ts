import { afterAll, beforeAll, expect, test } from 'vitest';
import { severtelecom } from '../../infra/demo/people.ts';
import { openAuditor, type Auditor } from './lighthouse.ts';
import { readStage } from './stage.ts';

let auditor: Auditor;

beforeAll(async () => {
  const { chromium, cabinet } = readStage();
  auditor = await openAuditor(chromium, cabinet, `technical@${severtelecom.domain}`);
});

afterAll(() => auditor.close());

test.for(['/', '/orders', '/orders/new'])(
  'Lighthouse has no findings in accessibility and best practices at %s',
  async (address) => {
    const { scores, layoutShift, faults } = await auditor.audit(address);
    console.log(`${address}: performance ${scores.performance}`);
    expect(faults).toEqual([]);
    expect(layoutShift).toBeLessThanOrEqual(0.1);
    expect(scores).toMatchObject({ accessibility: 100, 'best-practices': 100 });
  },
);
