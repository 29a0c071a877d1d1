/** States of an access application. */
export const applicationStates = [
  'draft',
  'submitted',
  'inReview',
  'correctionRequested',
  'approving',
  'approved',
  'refused',
] as const;

export type ApplicationState = (typeof applicationStates)[number];

/**
 * State transitions of an application. `approving` creates accounts and groups outside of the table and cannot be undone;
 * after a crash the approval is repeated.
 */
export const applicationTransitions: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['submitted'],
  submitted: ['inReview', 'correctionRequested', 'approving', 'refused'],
  inReview: ['correctionRequested', 'approving', 'refused'],
  correctionRequested: ['inReview', 'refused'],
  approving: ['approved'],
  approved: [],
  refused: [],
};

/** Who has to act next; undefined once the application is decided. */
export function waitingFor(state: ApplicationState): 'applicant' | 'carrier' | undefined {
  switch (state) {
    case 'draft':
    case 'correctionRequested':
      return 'applicant';
    case 'submitted':
    case 'inReview':
    case 'approving':
      return 'carrier';
    case 'approved':
    case 'refused':
      return undefined;
  }
}

/** Whether the applicant may change its form and its package. */
export function isOpenToApplicant(state: ApplicationState): boolean {
  return waitingFor(state) === 'applicant';
}
