import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Application, saveForm } from './application-api.ts';
import { applicationKey } from './application-query.ts';
import { readFields, saveFields } from './draft-storage.ts';
import { type ApplicationFields, fieldsOf } from '../../entities/application-form/fields.ts';
import { savableForm } from '../../entities/application-form/savable-form.ts';

/** Pause in typing after which fields are saved in this browser and by the cabinet, in milliseconds. */
const pauses = { here: 300, there: 3_000 } as const;

/** The fields of an application: saved in this browser as they are typed, and by the cabinet after a pause. */
export function useFields(secret: string, application: Application) {
  const client = useQueryClient();
  const [restored] = useState(() => readFields(application.id));
  const [fields, setFields] = useState(() => restored?.fields ?? fieldsOf(application.form));
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
  const saveHereSoon = useDebouncedCallback(
    (latest: ApplicationFields) => {
      saveFields(application.id, latest);
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
    saveHereSoon.flush();
  });
  const isSaved = textOf(fields) === saved;
  useEffect(() => {
    // Typed before a reload, and not sent to the cabinet yet.
    if (!isSaved) saveSoon(fields);
    // Once: later changes are saved by `change`.
  }, []);
  return {
    fields,
    change: (next: ApplicationFields) => {
      setFields(next);
      saveHereSoon(next);
      saveSoon(next);
    },
    /** When the restored fields were typed. */
    restoredFrom: restored?.savedAt,
    /** Whether the page was left while the application was being sent. */
    wasSending: restored?.sending === true,
    saving: save.isError && !isSaved ? ('failed' as const) : isSaved ? ('saved' as const) : ('soon' as const),
    /** Saves unsaved fields with the cabinet. */
    saveNow: async () => {
      saveSoon.cancel();
      if (!isSaved) await save.mutateAsync(fields);
    },
    saveHereNow: (sending: boolean) => {
      saveHereSoon.cancel();
      saveFields(application.id, fields, sending);
    },
    stopSaving: () => {
      saveHereSoon.cancel();
      saveSoon.cancel();
    },
  };
}

function textOf(fields: ApplicationFields): string {
  return JSON.stringify(savableForm(fields));
}
