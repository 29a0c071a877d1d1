import { useSuspenseQuery } from '@tanstack/react-query';
import { lazyPart } from '../app/lazy.ts';
import { meQuery } from '../app/me.ts';
import { Loading } from '../states/loading.tsx';
import { Part } from '../states/part.tsx';
import Shell from './shell.tsx';

const AccessBlockPage = lazyPart(() => import('../session/access-block-page.tsx'));

/** The cabinet of whoever is signed in; what stands in the way of it first. */
export default function Cabinet() {
  const { data: me } = useSuspenseQuery(meQuery);
  if (me.accessBlock === undefined) return <Shell />;
  return (
    <Part fallback={<Loading />}>
      <AccessBlockPage accessBlock={me.accessBlock} />
    </Part>
  );
}
