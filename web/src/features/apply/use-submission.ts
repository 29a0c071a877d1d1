import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../api/problem.ts';
import { type Application, submitApplication } from './application-api.ts';
import { applicationKey } from './application-query.ts';
import { discardFields } from './draft-storage.ts';
import type { Trouble } from './sending-step.tsx';
import type { useFields } from './use-fields.ts';

/** Submits the application, and lists the problems that prevent it. */
export function useSubmission(
  secret: string,
  application: Application,
  form: ReturnType<typeof useFields>,
  onSent: () => void,
) {
  const client = useQueryClient();
  /** Problems that the cabinet found, and the content it found them in: a later change may have fixed them. */
  const [found, setFound] = useState<{ readonly troubles: readonly Trouble[]; readonly inWhat: string }>();
  const inWhat = JSON.stringify([form.fields, application.package]);
  const submission = useMutation({
    mutationFn: async () => {
      // If the page is left meanwhile, it continues from here.
      form.saveHereNow(true);
      await form.saveNow();
      return submitApplication(secret);
    },
    networkMode: 'always',
    onSuccess: (sent) => {
      form.stopSaving();
      discardFields(application.id, secret);
      client.setQueryData(applicationKey(secret), sent);
      onSent();
    },
    onError: (error) => {
      form.saveHereNow(false);
      const troubles = error instanceof ApiError ? error.problems : [];
      setFound({
        inWhat,
        troubles: troubles.map(({ pointer, message }) => ({
          pointer: pointer.replace(/^\/form/, ''),
          message,
        })),
      });
    },
  });
  const troubles = found?.inWhat === inWhat ? found.troubles : [];
  const isListed = submission.error instanceof ApiError && submission.error.problems.length > 0;
  return {
    send: () => {
      setFound(undefined);
      submission.mutate();
    },
    isSending: submission.isPending,
    troubles,
    failure: submission.isError && !isListed ? submission.error.message : undefined,
  };
}
