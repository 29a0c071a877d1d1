import { useSuspenseQuery } from '@tanstack/react-query';
import { lazyPart } from '../kit/lazy/lazy.ts';
import { meQuery } from '../entities/me/me.ts';
import { Loading } from '../kit/feedback/loading.tsx';
import { Part } from '../kit/lazy/part.tsx';
import { Shell } from '../shell/shell.tsx';
import { SearchButton } from '../features/search/search-button.tsx';

const AccessBlockPage = lazyPart(
  () => import('../features/access-block/access-block-page.tsx'),
  ['accessBlock', 'rules', 'credentials'],
);

/** The cabinet of the signed-in user, or the page that resolves an access block. */
export default function Cabinet() {
  const { data: me } = useSuspenseQuery(meQuery);
  if (me.accessBlock === undefined) return <Shell search={<SearchButton />} />;
  return (
    <Part fallback={<Loading />}>
      <AccessBlockPage accessBlock={me.accessBlock} />
    </Part>
  );
}
