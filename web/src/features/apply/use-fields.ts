import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Application, saveForm } from './application-api.ts';
import { applicationKey } from './application-query.ts';
import { keep, readKept } from './draft-shelf.ts';
import { type ApplicationFields, fieldsOf } from '../../entities/application-form/fields.ts';
import { savableForm } from '../../entities/application-form/savable-form.ts';

/** How long nothing has to be typed before it is kept in this browser and by the cabinet, in milliseconds. */
const pauses = { here: 300, there: 3_000 } as const;

/** The fields of an application: kept in this browser as they are typed, and by the cabinet as one goes. */
export function useFields(secret: string, application: Application) {
  const client = useQueryClient();
  const [kept] = useState(() => readKept(application.id));
  const [fields, setFields] = useState(() => kept?.fields ?? fieldsOf(application.form));
  const [saved, setSaved] = useState(() => textOf(fieldsOf(application.form)));
  const save = useMutation({
    mutationFn: (latest: ApplicationFields) => saveForm(secret, savableForm(latest)),
    networkMode: 'always',
    scope: { id: `form ${application.id}` },
    onSuccess: (answer, latest) => {
      client.setQueryData(applicationKey(secret), answer);
      setSaved(textOf(latest));
    },
  });
  const keepSoon = useDebouncedCallback(
    (latest: ApplicationFields) => {
      keep(application.id, latest);
    },
    { delay: pauses.here, flushOnUnmount: true },
  );
  const saveSoon = useDebouncedCallback(
    (latest: ApplicationFields) => {
      save.mutate(latest);
    },
    { delay: pauses.there, flushOnUnmount: true },
  );
  useWindowEvent('pagehide', () => {
    keepSoon.flush();
  });
  const isSaved = textOf(fields) === saved;
  useEffect(() => {
    // Typed before a reload, and not said to the cabinet yet.
    if (!isSaved) saveSoon(fields);
    // Once: later changes say so themselves.
  }, []);
  return {
    fields,
    change: (next: ApplicationFields) => {
      setFields(next);
      keepSoon(next);
      saveSoon(next);
    },
    /** When what was found here was typed. */
    restoredFrom: kept?.savedAt,
    /** Whether the page had to go while it was being sent. */
    wasSending: kept?.sending === true,
    saving: save.isError && !isSaved ? ('failed' as const) : isSaved ? ('saved' as const) : ('soon' as const),
    /** Saves what is not saved yet. */
    saveNow: async () => {
      saveSoon.cancel();
      if (!isSaved) await save.mutateAsync(fields);
    },
    keepNow: (sending: boolean) => {
      keepSoon.cancel();
      keep(application.id, fields, sending);
    },
    stopKeeping: () => {
      keepSoon.cancel();
      saveSoon.cancel();
    },
  };
}

function textOf(fields: ApplicationFields): string {
  return JSON.stringify(savableForm(fields));
}
