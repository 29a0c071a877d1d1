import { describe, expect, it } from 'vitest';
import { assertRetentionChange, readRetention } from '../../../s3/storage/retention.ts';

const now = new Date('2026-03-01T12:00:00Z');
const until = (day: string) => `2026-${day}T00:00:00.000Z`;
const governance = { mode: 'GOVERNANCE', until: until('04-01') } as const;
const compliance = { mode: 'COMPLIANCE', until: until('04-01') } as const;
const denied = expect.objectContaining({ code: 'AccessDenied' });

describe('a retention', () => {
  it('can be made longer or stricter by anyone', () => {
    for (const next of [compliance, { ...governance, until: until('05-01') }]) {
      expect(() => {
        assertRetentionChange(governance, next, now, false);
      }).not.toThrow();
    }
  });

  it('in governance mode can only be shortened with a bypass, in compliance mode by no one', () => {
    const shorter = { ...governance, until: until('03-02') };
    expect(() => {
      assertRetentionChange(governance, shorter, now, false);
    }).toThrow(denied);
    expect(() => {
      assertRetentionChange(governance, shorter, now, true);
    }).not.toThrow();
    expect(() => {
      assertRetentionChange(compliance, { ...shorter, mode: 'COMPLIANCE' }, now, true);
    }).toThrow(denied);
    expect(() => {
      assertRetentionChange(compliance, { ...governance, until: until('05-01') }, now, true);
    }).toThrow(denied);
  });

  it('is read from headers that are complete, known and in the future', () => {
    const read = (mode?: string, date?: string) =>
      readRetention(
        new Map([
          ...(mode === undefined ? [] : [['x-amz-object-lock-mode', mode] as const]),
          ...(date === undefined ? [] : [['x-amz-object-lock-retain-until-date', date] as const]),
        ]),
        now,
      );
    expect(read()).toBeUndefined();
    expect(read('COMPLIANCE', '2026-04-01T00:00:00Z')).toEqual(compliance);
    const refused = expect.objectContaining({ code: 'InvalidArgument' });
    expect(() => read('COMPLIANCE')).toThrow(refused);
    expect(() => read(undefined, until('04-01'))).toThrow(refused);
    expect(() => read('FOREVER', until('04-01'))).toThrow(refused);
    expect(() => read('GOVERNANCE', until('02-01'))).toThrow(refused);
  });
});
