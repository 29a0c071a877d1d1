import type { ConsumerDeclaration } from '../declarations/consumer.ts';

export const declaration: ConsumerDeclaration = {
  consumes: 'schedule',
  everyMinutes: 60,
  description: 'Erases abandoned applications, and scans and personal data of decided ones',
  impact: 'Scans and personal data of applicants are kept longer than promised',
  grant: (consumer, { table, applications }) => {
    consumer.readsTable(table, ['Query'], ['byDue']);
    consumer.writesTable(table, ['PutItem', 'DeleteItem']);
    consumer.usesFiles('APPLICATIONS_BUCKET', applications, {
      'quarantine/applications/*': ['DeleteObject'],
      'applications/*': ['DeleteObject'],
    });
  },
};
