import { useSearch } from '@tanstack/react-router';
import { lazyPart } from '../../kit/lazy/lazy.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { Part } from '../../kit/lazy/part.tsx';
import { Introduction } from './introduction.tsx';

const ApplyForm = lazyPart(() => import('./apply-form.tsx'));

/** How to get access; the form once the applicant starts it. */
export default function ApplyPage() {
  const { step } = useSearch({ from: '/apply' });
  return (
    <PublicPage>
      {step === undefined ? (
        <Introduction />
      ) : (
        <Part fallback={<Loading />}>
          <ApplyForm step={step} />
        </Part>
      )}
    </PublicPage>
  );
}
