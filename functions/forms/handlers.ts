import type { Handlers } from '../../shared/http/route.ts';
import type { Table } from '../../shared/table/table.ts';
import { renderApplication } from './render.ts';
import type { routes } from './routes.ts';
import { standardApplication } from './standard-application.ts';
import { readApplication } from './store.ts';

interface Dependencies {
  readonly table: Table;
  readonly clock: () => Date;
  /** Addressee of the application. */
  readonly carrier: string;
}

const fileName = 'Заявление на доступ.pdf';

/** Implements the route of the standard application's PDF. */
export function createHandlers({ table, clock, carrier }: Dependencies): Handlers<typeof routes> {
  return {
    readBlankApplicationForm: async () => ({
      body: { bytes: await renderApplication(standardApplication(carrier)), fileName },
    }),
    readFilledApplicationForm: async ({ scope, params }) => {
      const { form, id } = await readApplication(table, scope, params.id, clock());
      return { body: { bytes: await renderApplication(standardApplication(carrier, form, id)), fileName } };
    },
  };
}
