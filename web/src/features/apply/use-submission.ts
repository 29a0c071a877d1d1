import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../api/problem.ts';
import { type Application, submitApplication } from './application-api.ts';
import { applicationKey } from './application-query.ts';
import { forget } from './draft-shelf.ts';
import type { Trouble } from './sending-step.tsx';
import type { useFields } from './use-fields.ts';

/** Sends the application, and says what keeps it from being sent. */
export function useSubmission(
  secret: string,
  application: Application,
  form: ReturnType<typeof useFields>,
  onSent: () => void,
) {
  const client = useQueryClient();
  /** What the cabinet found, and in what: whatever changes since may have mended it. */
  const [found, setFound] = useState<{ readonly troubles: readonly Trouble[]; readonly inWhat: string }>();
  const inWhat = JSON.stringify([form.fields, application.package]);
  const submission = useMutation({
    mutationFn: async () => {
      // Where the page has to go meanwhile, it goes on with this.
      form.keepNow(true);
      await form.saveNow();
      return submitApplication(secret);
    },
    networkMode: 'always',
    onSuccess: (sent) => {
      form.stopKeeping();
      forget(application.id, secret);
      client.setQueryData(applicationKey(secret), sent);
      onSent();
    },
    onError: (error) => {
      form.keepNow(false);
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
  const isTold = submission.error instanceof ApiError && submission.error.problems.length > 0;
  return {
    send: () => {
      setFound(undefined);
      submission.mutate();
    },
    isSending: submission.isPending,
    troubles,
    failure: submission.isError && !isTold ? submission.error.message : undefined,
  };
}
