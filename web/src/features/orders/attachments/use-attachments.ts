import { useWindowEvent } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useUploads } from '../../../kit/upload/use-uploads.ts';
import { announceAttachment, renewAttachment } from './attachment-queries.ts';
import { takeFiles } from './chosen-files.ts';

/** Uploads files to an order: first those chosen on the form, then any others. */
export function useAttachments(orderId: string) {
  const client = useQueryClient();
  const [inTurn] = useState(createTurns);
  const { uploads, add, retry, forget } = useUploads<'attachment'>(
    ({ key, file, fileId }) =>
      inTurn(() =>
        fileId === undefined ? announceAttachment(orderId, file, key) : renewAttachment(orderId, fileId),
      ),
    () => client.invalidateQueries({ queryKey: ['order', orderId] }),
  );
  const send = useRef(add);
  useEffect(() => {
    send.current = add;
  });
  useEffect(() => {
    send.current('attachment', takeFiles(orderId));
  }, [orderId]);
  useWindowEvent('beforeunload', (event) => {
    if (uploads.some(({ failure }) => failure === undefined)) event.preventDefault();
  });
  return {
    uploads,
    add: (files: readonly File[]) => {
      add('attachment', files);
    },
    retry,
    forget,
  };
}

/** Announces files one after the other: each changes the order's version, so that parallel ones would conflict. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(act: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(act, act);
    last = mine;
    return mine;
  };
}
