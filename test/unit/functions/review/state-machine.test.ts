import { describe, expect, test } from 'vitest';
import { submit } from '../../../../functions/applications/submission.ts';
import {
  refuseApplication,
  requestCorrection,
  takeApplication,
} from '../../../../functions/review/review.ts';
import { stepTo } from '../../../../functions/review/step.ts';
import { answerTerm } from '../../../../shared/application/answer-term.ts';
import { type ApplicationRecord, emptyCheckList } from '../../../../shared/application/application-record.ts';
import {
  applicationStates,
  applicationTransitions,
  type ApplicationState,
  isOpenToApplicant,
  waitingFor,
} from '../../../../shared/application/application-state.ts';
import { applicationAt, progressAt } from '../../../../shared/application/erasure.ts';
import { wholeForm } from '../../../samples/applications-world.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const term = answerTerm(now);
const ended = new Date(term.dueAt);
const before = new Date(ended.getTime() - 1);
const taken = { by: 'manager-1', now };

/** An application as it came into a state: what is awaited of the applicant has its term. */
function applicationIn(
  state: ApplicationState,
  channel: ApplicationRecord['channel'] = 'form',
): ApplicationRecord {
  const at = '2026-03-01T09:00:00.000Z';
  const isDecided = state === 'approved' || state === 'refused';
  return {
    schemaVersion: 1,
    version: 3,
    historySequence: 3,
    id: '0SVBM1TTED000000',
    state,
    channel,
    form: wholeForm,
    createdAt: at,
    updatedAt: at,
    checkList: emptyCheckList,
    corrections: state === 'correctionRequested' ? [{ at, by: 'manager-1', text: 'Нет печати' }] : [],
    ...(state === 'correctionRequested' ? term : {}),
    ...(isDecided ? { decision: { at, by: 'manager-1', kind: state }, eraseAt: term.eraseAt } : {}),
  };
}

/** Transitions of the diagram, written a second time, so that a change of the table is deliberate. */
const arrows: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['submitted'],
  submitted: ['inReview', 'correctionRequested', 'approving', 'refused'],
  inReview: ['correctionRequested', 'approving', 'refused'],
  correctionRequested: ['inReview', 'refused'],
  approving: ['approved'],
  approved: [],
  refused: [],
};

const pairs = applicationStates.flatMap((from) => applicationStates.map((to) => ({ from, to })));
const allowed = pairs.filter(({ from, to }) => arrows[from].includes(to));
const forbidden = pairs.filter((pair) => !allowed.includes(pair));

/** Steps that lead to each state. */
const ways: Partial<Record<ApplicationState, (application: ApplicationRecord) => ApplicationRecord>> = {
  refused: (application) => refuseApplication(application, 'Нет печати', 30, taken).after,
  correctionRequested: (application) => requestCorrection(application, 'Нет печати', taken).after,
};

describe('a step of an application', () => {
  test.each(allowed)('is possible from $from to $to', ({ from, to }) => {
    const walk = ways[to] ?? ((application) => stepTo(application, to, {}, taken).after);
    expect(walk(applicationIn(from)).state).toBe(to);
  });

  test.each(forbidden)('is refused with the allowed states from $from to $to', ({ from, to }) => {
    const walk = ways[to] ?? ((application) => stepTo(application, to, {}, taken).after);
    expect(() => walk(applicationIn(from))).toThrow(
      expect.objectContaining({ code: 'transitionForbidden', details: { allowed: arrows[from] } }),
    );
  });

  test('is in the table, and no other', () => {
    expect(applicationTransitions).toEqual(arrows);
  });
});

describe('a request for corrections', () => {
  test.each(applicationStates.filter((state) => arrows[state].includes('correctionRequested')))(
    'of an application that was %s has a term of 30 days, to the end of a day in Moscow',
    (state) => {
      const { after } = requestCorrection(applicationIn(state), 'Нет печати', taken);
      expect([after.dueAt, after.eraseAt]).toEqual(['2026-04-01T20:59:59.999Z', '2026-04-01T20:59:59.999Z']);
    },
  );

  test('that is answered has the carrier’s date again, and no date of erasure', () => {
    const answered = submit({ ...applicationIn('correctionRequested'), form: wholeForm }, scans, before);
    const received = takeApplication(applicationIn('correctionRequested', 'paper'), { by: 'm', now: before });
    for (const { state, eraseAt, dueAt } of [answered, received.after]) {
      expect([state, eraseAt]).toEqual(['inReview', undefined]);
      expect(dueAt! > term.dueAt).toBe(true);
    }
  });

  test('that a colleague takes over keeps its term', () => {
    const { after } = takeApplication(applicationIn('correctionRequested'), { by: 'manager-2', now });
    expect(after).toMatchObject({ state: 'correctionRequested', managerSub: 'manager-2', ...term });
  });
});

describe('when the term of a request for corrections ends, an application', () => {
  test.each(['form', 'paper'] as const)(
    'from %s is refused automatically, and no personal data is left',
    (channel) => {
      const application = applicationIn('correctionRequested', channel);
      expect(applicationAt(before, application)).toBe(application);
      const { form, corrections, ...rest } = applicationAt(ended, application);
      expect(rest).toMatchObject({
        state: 'refused',
        updatedAt: term.dueAt,
        decision: { at: term.dueAt, kind: 'refused', cause: 'unanswered' },
      });
      expect(rest.decision).not.toHaveProperty('by');
      expect(arrows.correctionRequested).toContain(rest.state);
      expect([Object.keys(form!), corrections[0]!.text]).toEqual([['company', 'agreementNumber'], '']);
    },
  );

  test('tells the same by its reference code', () => {
    const progress = {
      state: 'correctionRequested',
      updatedAt: '2026-03-02T09:00:00.000Z',
      ...term,
    } as const;
    expect(progressAt(before, progress)).toBe(progress);
    expect(progressAt(ended, progress)).toMatchObject({ state: 'refused', updatedAt: term.dueAt });
  });

  test.each(applicationStates.filter((state) => state !== 'correctionRequested'))(
    'that is %s stays in its state',
    (state) => {
      const application = { ...applicationIn(state), eraseAt: term.eraseAt };
      expect([applicationAt(ended, application).state, progressAt(ended, application).state]).toEqual([
        state,
        state,
      ]);
    },
  );

  test('takes no step any more', () => {
    const { state } = applicationAt(ended, applicationIn('correctionRequested'));
    expect([arrows[state], waitingFor(state), isOpenToApplicant(state)]).toEqual([[], undefined, false]);
  });
});

const scans = (['application', 'identityDocument', 'powerOfAttorney'] as const).map((kind) => ({
  schemaVersion: 1 as const,
  version: 1,
  id: kind,
  kind,
  fileName: 'Скан.pdf',
  mimeType: 'application/pdf',
  size: 1000,
  sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  state: 'accepted' as const,
  createdAt: now.toISOString(),
}));
