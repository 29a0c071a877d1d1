import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { Crash, NotFound } from '../kit/feedback/crash.tsx';
import { Loading } from '../kit/feedback/loading.tsx';
import { isSignedIn } from '../session/session.ts';
import { steps } from '../features/apply/steps.ts';
import { editorSearch } from '../features/catalog-editor/kinds.ts';
import { newOrderSearch } from '../features/orders/new/new-order-search.ts';
import { orderSearch } from '../entities/order/order-search.ts';
import { applicationSearch } from '../entities/application/application-search.ts';
import { scanAccessSearch } from '../features/review/scan-access-search.ts';
import { serviceSearch } from '../entities/service/service-search.ts';
import { focusHeading } from '../kit/navigation/focus-heading.ts';
import { lazyPage } from '../kit/lazy/lazy.ts';
import { meQuery } from '../entities/me/me.ts';
import { queryClient } from '../api/query-client.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: Crash,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ to: z.optional(z.string()) }),
  component: lazyPage(() => import('../features/sign-in/sign-in-page.tsx'), ['signIn', 'credentials']),
});

const applyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply',
  validateSearch: z.object({ step: z.optional(z.catch(z.enum(steps), 'company')) }),
  component: lazyPage(
    () => import('../features/apply/apply-page.tsx'),
    ['apply', 'requisites', 'applicationForm'],
  ),
});

const followedApplicationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/application',
  validateSearch: z.object({ code: z.optional(z.string()) }),
  component: lazyPage(
    () => import('../features/apply/application-page.tsx'),
    ['apply', 'requisites', 'applicationForm'],
  ),
});

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  // The router reads what looks like a number as one.
  validateSearch: z.object({ version: z.optional(z.union([z.string(), z.number()])) }),
  component: lazyPage(() => import('../features/rules/rules-page.tsx'), ['rules']),
});

/** Everything behind the sign-in. */
const cabinetRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'cabinet',
  beforeLoad: async ({ location }) => {
    // The router's redirect is an object to throw.
    // oxlint-disable-next-line typescript/only-throw-error
    if (!(await isSignedIn())) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
  loader: ({ context }) => context.queryClient.query({ ...meQuery, staleTime: 'static' }),
  component: lazyPage(() => import('./cabinet.tsx')),
  errorComponent: lazyPage<ErrorComponentProps>(
    () => import('../features/no-access/no-access-page.tsx'),
    ['noAccess'],
  ),
});

const homeRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/',
  component: lazyPage(() => import('../features/home/home-page.tsx'), ['home']),
});

const accountRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/account',
  component: lazyPage(() => import('../features/account/account-page.tsx'), ['account', 'credentials']),
});

const servicesRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/services',
  validateSearch: serviceSearch,
  component: lazyPage(() => import('../features/services/services-page.tsx'), ['services']),
});

const serviceRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/services/$id',
  component: lazyPage(() => import('../features/services/service-page.tsx'), ['services']),
});

const catalogRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/catalog',
  validateSearch: z.object({ categoryId: z.optional(z.string()) }),
  component: lazyPage(() => import('../features/catalog/catalog-page.tsx'), ['catalog']),
});

const offeringRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/catalog/$id',
  component: lazyPage(() => import('../features/catalog/offering-page.tsx'), ['catalog']),
});

const ordersRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/orders',
  validateSearch: orderSearch,
  component: lazyPage(() => import('../features/orders/orders-page.tsx'), ['orders']),
});

const newOrderRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/orders/new',
  validateSearch: newOrderSearch,
  component: lazyPage(() => import('../features/orders/new/new-order-page.tsx'), ['newOrder']),
});

const orderRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/orders/$id',
  component: lazyPage(() => import('../features/orders/order-page.tsx'), ['orders']),
});

const portfolioRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/portfolio',
  component: lazyPage(() => import('../features/portfolio/portfolio-page.tsx'), ['portfolio']),
});

const applicationsRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/applications',
  validateSearch: applicationSearch,
  component: lazyPage(() => import('../features/review/applications-page.tsx'), ['review']),
});

const registerRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/applications/new',
  component: lazyPage(
    () => import('../features/review/register-page.tsx'),
    ['review', 'requisites', 'applicationForm'],
  ),
});

const applicationRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/applications/$id',
  component: lazyPage(() => import('../features/review/application-page.tsx'), ['review']),
});

const scanAccessRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/scan-access',
  validateSearch: scanAccessSearch,
  component: lazyPage(() => import('../features/review/scan-access-page.tsx'), ['review']),
});

const operatorsRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/operators',
  component: lazyPage(() => import('../features/operators/operators-page.tsx'), ['operators']),
});

const newOperatorRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/operators/new',
  component: lazyPage(
    () => import('../features/operators/new-operator-page.tsx'),
    ['operators', 'requisites'],
  ),
});

const operatorRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/operators/$id',
  component: lazyPage(() => import('../features/operators/operator-page.tsx'), ['operators', 'requisites']),
});

const noticesRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/notices',
  component: lazyPage(() => import('../features/notices/notices-page.tsx'), ['notices']),
});

const peopleRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/people',
  component: lazyPage(() => import('../features/people/people-page.tsx'), ['people', 'credentials']),
});

const activityRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/activity',
  component: lazyPage(() => import('../features/activity/activity-page.tsx'), ['activity']),
});

const editorRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/manage/catalog',
  validateSearch: editorSearch,
  component: lazyPage(() => import('../features/catalog-editor/editor-page.tsx'), ['catalogEditor']),
});

const editedRoute = createRoute({
  getParentRoute: () => cabinetRoute,
  path: '/manage/catalog/$kind/$id',
  component: lazyPage(() => import('../features/catalog-editor/entity-page.tsx'), ['catalogEditor']),
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
  // Not on the first page, and not when only a filter of the page has changed.
  if (fromLocation !== undefined && pathChanged) focusHeading();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
