import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: states. */
export const texts: TextsLike<typeof russian> = {
  state: {
    acknowledged: 'Acknowledged',
    inProgress: 'In progress',
    pending: 'Waiting for the operator',
    held: 'On hold',
    assessingCancellation: 'Cancellation under review',
    pendingCancellation: 'Being cancelled',
    completed: 'Completed',
    partial: 'Partially completed',
    rejected: 'Rejected',
    failed: 'Failed',
    cancelled: 'Cancelled',
    pendingActive: 'Being connected',
    active: 'Active',
    suspended: 'Suspended',
    pendingTerminate: 'Being disconnected',
    terminated: 'Terminated',
    aborted: 'Not connected',
    inDesign: 'In design',
    retired: 'Retired',
    draft: 'Draft',
    submitted: 'Submitted',
    inReview: 'Under review',
    correctionRequested: 'Corrections requested',
    approving: 'Being approved',
    approved: 'Approved',
    refused: 'Refused',
    invited: 'Invited, not signed in yet',
    disabled: 'Disabled',
    creating: 'Creation incomplete',
    revoked: 'Revoked',
  },
};
