import type { ApplicationForm } from '../../shared/application/application-form.ts';
import { type ApplicationRecord, nothingChecked } from '../../shared/application/application-record.ts';
import { answerTerm } from '../../shared/application/answer-term.ts';
import { erasureAfter } from '../../shared/application/erasure.ts';
import { reviewDueAt } from '../../shared/application/review-term.ts';
import { CabinetError } from '../../shared/errors.ts';
import { type Step, stepTo, stepWithin, type Taken } from './step.ts';

/** How often corrections are asked for before somebody has to decide. */
const mostCorrections = 20;

/**
 * Takes an application, or takes it over. One from paper whose corrections are awaited is back in review with it: they
 * came to whoever takes it, who checks it anew.
 *
 * @throws CabinetError `transitionForbidden` where it is decided or about to be
 */
export function takeApplication(application: ApplicationRecord, taken: Taken): Step {
  const { state, channel, corrections } = application;
  const change = { managerSub: taken.by };
  if (state === 'submitted') return stepTo(application, 'inReview', change, taken);
  if (state === 'correctionRequested' && channel === 'paper') {
    const at = taken.now.toISOString();
    const answered = corrections.map((correction) => ({ answeredAt: at, ...correction }));
    const clock = { dueAt: reviewDueAt(taken.now), eraseAt: undefined };
    const back = { ...change, ...clock, checkList: nothingChecked, corrections: answered };
    return stepTo(application, 'inReview', back, taken);
  }
  refuseUnlessOpen(application);
  return stepWithin(application, change, taken, 'taken');
}

type CheckList = ApplicationRecord['checkList'];

/** What a manager changes without deciding anything. */
interface ReviewPatch {
  readonly checkList?: Readonly<Partial<Record<keyof CheckList, boolean | undefined>>> | undefined;
  readonly form?: ApplicationForm | undefined;
}

/**
 * Changes the check list, and the form of a package from paper. Ticks are of the form that was checked: with another
 * form only those stay that come with it.
 *
 * @throws CabinetError `transitionForbidden`; `changeForbidden` for the form that an applicant filled
 */
export function changeApplication(
  application: ApplicationRecord,
  { checkList = {}, form }: ReviewPatch,
  taken: Taken,
): Step {
  refuseUnlessOpen(application);
  if (form !== undefined && application.channel !== 'paper') {
    throw new CabinetError('changeForbidden', {
      message: {
        ru: 'Форму с сайта исправляет заявитель: запросите исправления',
        en: 'The applicant corrects the form of the site: ask for corrections',
      },
    });
  }
  const ticks = Object.entries(checkList).filter(([, tick]) => tick !== undefined);
  const change = {
    checkList: {
      ...(form === undefined ? application.checkList : nothingChecked),
      ...Object.fromEntries(ticks),
    },
    ...(form === undefined ? {} : { form }),
  };
  return stepWithin(application, change, taken, 'changed');
}

/**
 * Gives an application back. What is not answered within the term is refused by itself.
 *
 * @throws CabinetError `transitionForbidden`, `changeForbidden`
 */
export function requestCorrection(application: ApplicationRecord, text: string, taken: Taken): Step {
  const { corrections, managerSub = taken.by } = application;
  if (corrections.length >= mostCorrections) {
    throw new CabinetError('changeForbidden', {
      message: {
        ru: `Исправления запрошены уже ${mostCorrections} раз: примите решение`,
        en: `Corrections were asked for ${mostCorrections} times: decide`,
      },
    });
  }
  const asked = [...corrections, { at: taken.now.toISOString(), by: taken.by, text }];
  const change = { corrections: asked, managerSub, ...answerTerm(taken.now) };
  return stepTo(application, 'correctionRequested', change, taken, text);
}

/**
 * Refuses an application for good.
 *
 * @param retentionDays days for which scans and personal data outlive the decision
 * @throws CabinetError `transitionForbidden`
 */
export function refuseApplication(
  application: ApplicationRecord,
  reason: string,
  retentionDays: number,
  taken: Taken,
): Step {
  const { managerSub = taken.by } = application;
  const decision = { at: taken.now.toISOString(), by: taken.by, kind: 'refused', reason } as const;
  const eraseAt = erasureAfter(taken.now, retentionDays);
  return stepTo(application, 'refused', { decision, eraseAt, managerSub }, taken, reason);
}

/** @throws CabinetError `transitionForbidden` where it is decided or about to be */
export function refuseUnlessOpen({ state }: ApplicationRecord): void {
  if (state === 'submitted' || state === 'inReview' || state === 'correctionRequested') return;
  throw new CabinetError('transitionForbidden', { allowed: [] });
}
