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
 * Where an application can go from each state. `approving` is on its way to accounts and groups outside of the
 * table: it only goes forward, however often a crash makes somebody push it again.
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

/** Who has to do something next; nobody where the application is decided. */
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
