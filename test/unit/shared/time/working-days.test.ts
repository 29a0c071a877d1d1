import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, endOfDay, moscowDayOf } from '../../../../shared/time/moscow-day.ts';
import { addWorkingDays, isWorkingDay } from '../../../../shared/time/working-days.ts';

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter((day) =>
    day.startsWith(String(year)),
  );

const freeWeekdaysOf = (year: number) =>
  daysOf(year).filter((day) => {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !isWorkingDay(day);
  });

describe('a working day', () => {
  it('is none of the holidays of 2026, whose calendar has 247 working days', () => {
    expect(freeWeekdaysOf(2026)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-05',
      '2026-01-06',
      '2026-01-07',
      '2026-01-08',
      '2026-01-09',
      '2026-02-23',
      '2026-03-09',
      '2026-05-01',
      '2026-05-11',
      '2026-06-12',
      '2026-11-04',
      '2026-12-31',
    ]);
    expect(daysOf(2026).filter(isWorkingDay)).toHaveLength(247);
  });

  it('follows the Labour Code alone in a year whose decree is not known', () => {
    expect(freeWeekdaysOf(2027)).toEqual([
      '2027-01-01',
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
      '2027-01-07',
      '2027-01-08',
      '2027-02-23',
      '2027-03-08',
      '2027-05-03',
      '2027-05-10',
      '2027-06-14',
      '2027-11-04',
    ]);
  });
});

describe('adding working days', () => {
  it.each([
    ['an order of Friday is due when Monday ends', '2026-11-20T09:00:00Z', 1, '2026-11-23'],
    ['what came on Saturday counts from Saturday', '2026-11-21T09:00:00Z', 1, '2026-11-23'],
    ['the new year holidays do not count', '2026-12-30T09:00:00Z', 1, '2027-01-11'],
    ['late evening in London is the next day in Moscow', '2026-11-22T22:30:00Z', 1, '2026-11-24'],
    ['no working day is the end of the same day', '2026-11-23T09:00:00Z', 0, '2026-11-23'],
  ])('%s', (_name, from, count, day) => {
    expect(addWorkingDays(new Date(from), count)).toEqual(endOfDay(day));
  });

  it('counts exactly the working days between', () => {
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (moment, count) => {
        const end = moscowDayOf(addWorkingDays(moment, count));
        const days: string[] = [];
        for (let day = addDays(moscowDayOf(moment), 1); day <= end; day = addDays(day, 1)) days.push(day);
        expect(days.filter(isWorkingDay)).toHaveLength(count);
        expect(isWorkingDay(end)).toBe(true);
      }),
    );
  });
});
