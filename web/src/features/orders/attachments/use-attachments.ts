import { useWindowEvent } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useUploads } from '../../../kit/upload/use-uploads.ts';
import { announceAttachment, renewAttachment } from './attachment-queries.ts';
import { takeFiles } from './chosen-files.ts';

/** Sends files to an order: those that were chosen with it at once, and any that follow. */
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

/** Announces files one after the other: each counts up the order, so that at the same moment they would be in each other's way. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(act: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(act, act);
    last = mine;
    return mine;
  };
}
