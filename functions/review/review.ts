import type { ApplicationForm } from '../../shared/application/application-form.ts';
import { type ApplicationRecord, emptyCheckList } from '../../shared/application/application-record.ts';
import { answerTerm } from '../../shared/application/answer-term.ts';
import { erasureAfter } from '../../shared/application/erasure.ts';
import { reviewDueAt } from '../../shared/application/review-term.ts';
import { CabinetError } from '../../shared/errors.ts';
import { type Step, stepTo, stepWithin, type StepContext } from './step.ts';

/** How often corrections can be requested before the manager has to decide. */
const maxCorrections = 20;

/**
 * Assigns an application to a manager, also from a colleague. An application from paper that waits for corrections goes
 * back to review with an empty checklist: the manager has received them.
 *
 * @throws CabinetError `transitionForbidden` if it is decided or being approved
 */
export function takeApplication(application: ApplicationRecord, context: StepContext): Step {
  const { state, channel, corrections } = application;
  const change = { managerSub: context.by };
  if (state === 'submitted') return stepTo(application, 'inReview', change, context);
  if (state === 'correctionRequested' && channel === 'paper') {
    const at = context.now.toISOString();
    const answered = corrections.map((correction) => ({ answeredAt: at, ...correction }));
    const clock = { dueAt: reviewDueAt(context.now), eraseAt: undefined };
    const back = { ...change, ...clock, checkList: emptyCheckList, corrections: answered };
    return stepTo(application, 'inReview', back, context);
  }
  refuseUnlessOpen(application);
  return stepWithin(application, change, context, 'taken');
}

type CheckList = ApplicationRecord['checkList'];

/** Changes of a manager that are not decisions. */
interface ReviewPatch {
  readonly checkList?: Readonly<Partial<Record<keyof CheckList, boolean | undefined>>> | undefined;
  readonly form?: ApplicationForm | undefined;
}

/**
 * Changes the checklist, and the form of an application from paper. A new form resets the checklist to the ticks that are
 * sent with it.
 *
 * @throws CabinetError `transitionForbidden`; `changeForbidden` for the form of an online application
 */
export function changeApplication(
  application: ApplicationRecord,
  { checkList = {}, form }: ReviewPatch,
  context: StepContext,
): Step {
  refuseUnlessOpen(application);
  if (form !== undefined && application.channel !== 'paper') {
    throw new CabinetError('changeForbidden', {
      message: {
        ru: 'Форму, поданную через сайт, исправляет заявитель: запросите исправления',
        en: 'A form submitted online is corrected by the applicant: request corrections',
      },
    });
  }
  const ticks = Object.entries(checkList).filter(([, tick]) => tick !== undefined);
  const change = {
    checkList: {
      ...(form === undefined ? application.checkList : emptyCheckList),
      ...Object.fromEntries(ticks),
    },
    ...(form === undefined ? {} : { form }),
  };
  return stepWithin(application, change, context, 'changed');
}

/**
 * Returns an application for corrections. It is refused automatically unless they arrive in time.
 *
 * @throws CabinetError `transitionForbidden`, `changeForbidden`
 */
export function requestCorrection(application: ApplicationRecord, text: string, context: StepContext): Step {
  const { corrections, managerSub = context.by } = application;
  if (corrections.length >= maxCorrections) {
    throw new CabinetError('changeForbidden', {
      message: {
        ru: `Исправления запрошены уже ${maxCorrections} раз: примите решение`,
        en: `Corrections have been requested ${maxCorrections} times: make a decision`,
      },
    });
  }
  const requested = [...corrections, { at: context.now.toISOString(), by: context.by, text }];
  const change = { corrections: requested, managerSub, ...answerTerm(context.now) };
  return stepTo(application, 'correctionRequested', change, context, text);
}

/**
 * Refuses an application; this is final.
 *
 * @param retentionDays days for which scans and personal data are retained after the decision
 * @throws CabinetError `transitionForbidden`
 */
export function refuseApplication(
  application: ApplicationRecord,
  reason: string,
  retentionDays: number,
  context: StepContext,
): Step {
  const { managerSub = context.by } = application;
  const decision = { at: context.now.toISOString(), by: context.by, kind: 'refused', reason } as const;
  const eraseAt = erasureAfter(context.now, retentionDays);
  return stepTo(application, 'refused', { decision, eraseAt, managerSub }, context, reason);
}

/** @throws CabinetError `transitionForbidden` if it is decided or being approved */
export function refuseUnlessOpen(application: ApplicationRecord): void {
  if (isOpen(application)) return;
  throw new CabinetError('transitionForbidden', { allowed: [] });
}

/** Whether managers may change an application. */
export function isOpen({ state }: ApplicationRecord): boolean {
  return state === 'submitted' || state === 'inReview' || state === 'correctionRequested';
}
