import { useLocation, useSearch } from '@tanstack/react-router';
import { isApplicationSecret } from '../../../../shared/auth/applicant-secret.ts';
import { lazyPart } from '../../kit/lazy/lazy.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { Part } from '../../kit/lazy/part.tsx';
import { StatusByCode } from './status-by-code.tsx';
import { WrongLink } from './wrong-link.tsx';

const ApplicationByLink = lazyPart(() => import('./application-by-link.tsx'));

/**
 * The progress of an application: everything for the secret link, whose secret is in the fragment and so never leaves
 * the browser by itself; only the state for the reference code.
 */
export default function ApplicationPage() {
  const { hash } = useLocation();
  const { code } = useSearch({ from: '/application' });
  return (
    <PublicPage>
      {hash === '' ? (
        <StatusByCode key={code ?? ''} code={code} />
      ) : isApplicationSecret(hash) ? (
        <Part fallback={<Loading />}>
          <ApplicationByLink key={hash} secret={hash} />
        </Part>
      ) : (
        <WrongLink />
      )}
    </PublicPage>
  );
}
