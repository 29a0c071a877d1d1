import type { routes } from '../../functions/notices/routes.ts';
import { noticeId } from './notices-world.ts';
import type { Samples } from './sample.ts';

const keeper = { as: 'carrier-administrator' } as const;
const params = { id: noticeId };

/** A sample of every route about notices. */
export const noticeSamples: Samples<typeof routes> = {
  listNotice: { as: 'technical', headers: { 'accept-language': 'en' } },
  listManagedNotice: { ...keeper, query: { limit: '20' } },
  readNotice: { ...keeper, params },
  createNotice: {
    ...keeper,
    headers: { 'idempotency-key': '8a4b5d1e-21f5-4f0e-93f2-0c7e3f1f4a80' },
    body: {
      kind: 'works',
      title: { ru: 'Плановые работы на узле М9', en: 'Planned works at the M9 node' },
      text: {
        ru: 'В ночь на 3 марта возможны перерывы связи до 15 минут.',
        en: 'In the night before 3 March, interruptions of up to 15 minutes are possible.',
      },
      validFor: { startDateTime: '2030-02-25T09:00:00+03:00', endDateTime: '2030-03-03T06:00:00+03:00' },
    },
  },
  changeNotice: {
    ...keeper,
    params,
    headers: { 'if-match': '"1"', 'content-type': 'application/merge-patch+json' },
    body: { kind: 'important', title: { en: 'Planned works at the M9 node, postponed' } },
  },
  withdrawNotice: { ...keeper, params, headers: { 'if-match': '"1"' } },
};
