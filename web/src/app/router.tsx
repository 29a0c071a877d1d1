import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { Crash, NotFound } from '../states/crash.tsx';
import { Loading } from '../states/loading.tsx';
import { isSignedIn } from '../session/session.ts';
import { steps } from '../apply/steps.ts';
import { editorSearch } from '../editor/kinds.ts';
import { newOrderSearch } from '../orders/new/new-order-search.ts';
import { orderSearch } from '../orders/order-search.ts';
import { applicationSearch } from '../review/application-search.ts';
import { scanAccessSearch } from '../review/scan-access-search.ts';
import { serviceSearch } from '../services/service-search.ts';
import { focusHeading } from './focus-heading.ts';
import { lazyPage, withTexts } from './lazy.ts';
import { meQuery } from './me.ts';
import { queryClient } from './query-client.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: Crash,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ to: z.optional(z.string()) }),
  component: lazyPage(() => import('../pages/sign-in/sign-in-page.tsx')),
});

const applyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply',
  validateSearch: z.object({ step: z.optional(z.catch(z.enum(steps), 'company')) }),
  component: lazyPage(() => withTexts('applying', import('../apply/apply-page.tsx'))),
});

const followedApplicationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/application',
  validateSearch: z.object({ code: z.optional(z.string()) }),
  component: lazyPage(() => withTexts('applying', import('../apply/application-page.tsx'))),
});

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  // The router reads what looks like a number as one.
  validateSearch: z.object({ version: z.optional(z.union([z.string(), z.number()])) }),
  component: lazyPage(() => import('../rules/rules-page.tsx')),
});

/** Everything behind the sign-in. */
const cabinetRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'cabinet',
  beforeLoad: async ({ location }) => {
    // The router's redirect is an object to throw.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (!(await isSignedIn())) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
  loader: ({ context }) => context.queryClient.query({ ...meQuery, staleTime: 'static' }),
  component: lazyPage(() => import('../shell/cabinet.tsx')),
  errorComponent: lazyPage<ErrorComponentProps>(() => import('../pages/no-access/no-access-page.tsx')),
});

const homeRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/',
  component: lazyPage(() => import('../pages/home/home-page.tsx')),
});

const accountRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/account',
  component: lazyPage(() => import('../pages/account/account-page.tsx')),
});

const servicesRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/services',
  validateSearch: serviceSearch,
  component: lazyPage(() => import('../services/services-page.tsx')),
});

const serviceRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/services/$id',
  component: lazyPage(() => import('../services/service-page.tsx')),
});

const catalogRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/catalog',
  validateSearch: z.object({ categoryId: z.optional(z.string()) }),
  component: lazyPage(() => import('../catalog/catalog-page.tsx')),
});

const offeringRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/catalog/$id',
  component: lazyPage(() => import('../catalog/offering-page.tsx')),
});

const ordersRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/orders',
  validateSearch: orderSearch,
  component: lazyPage(() => import('../orders/orders-page.tsx')),
});

const newOrderRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/orders/new',
  validateSearch: newOrderSearch,
  component: lazyPage(() => import('../orders/new/new-order-page.tsx')),
});

const orderRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/orders/$id',
  component: lazyPage(() => import('../orders/order-page.tsx')),
});

const portfolioRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/portfolio',
  component: lazyPage(() => import('../manage/portfolio-page.tsx')),
});

const applicationsRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/applications',
  validateSearch: applicationSearch,
  component: lazyPage(() => withTexts('managing', import('../review/applications-page.tsx'))),
});

const registerRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/applications/new',
  component: lazyPage(() =>
    withTexts('managing', withTexts('applying', import('../review/register-page.tsx'))),
  ),
});

const applicationRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/applications/$id',
  component: lazyPage(() => withTexts('managing', import('../review/application-page.tsx'))),
});

const scanAccessRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/scan-access',
  validateSearch: scanAccessSearch,
  component: lazyPage(() => withTexts('managing', import('../review/scan-access-page.tsx'))),
});

const operatorsRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/operators',
  component: lazyPage(() => withTexts('managing', import('../operators/operators-page.tsx'))),
});

const newOperatorRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/operators/new',
  component: lazyPage(() =>
    withTexts('managing', withTexts('applying', import('../operators/new-operator-page.tsx'))),
  ),
});

const operatorRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/operators/$id',
  component: lazyPage(() =>
    withTexts('managing', withTexts('applying', import('../operators/operator-page.tsx'))),
  ),
});

const noticesRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/notices',
  component: lazyPage(() => withTexts('managing', import('../notices/notices-page.tsx'))),
});

const peopleRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/people',
  component: lazyPage(() => withTexts('managing', import('../people/people-page.tsx'))),
});

const activityRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/activity',
  component: lazyPage(() => withTexts('managing', import('../activity/activity-page.tsx'))),
});

const editorRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/manage/catalog',
  validateSearch: editorSearch,
  component: lazyPage(() => withTexts('managing', import('../editor/editor-page.tsx'))),
});

const editedRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/manage/catalog/$kind/$id',
  component: lazyPage(() => withTexts('managing', import('../editor/entity-page.tsx'))),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    applyRoute,
    followedApplicationRoute,
    rulesRoute,
    cabinetRoute.addChildren([
      homeRoute,
      accountRoute,
      ordersRoute,
      newOrderRoute,
      orderRoute,
      servicesRoute,
      serviceRoute,
      catalogRoute,
      offeringRoute,
      portfolioRoute,
      applicationsRoute,
      registerRoute,
      applicationRoute,
      scanAccessRoute,
      operatorsRoute,
      newOperatorRoute,
      operatorRoute,
      noticesRoute,
      peopleRoute,
      activityRoute,
      editorRoute,
      editedRoute,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Crash,
  scrollRestoration: true,
});

router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  // Not where the browser has just arrived, nor where only a filter of the page changed.
  if (fromLocation !== undefined && pathChanged) focusHeading();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
