import { uploadOwners } from '../../shared/upload-owners.ts';
import { grantErasure } from '../constructs/upload-grants.ts';
import type { ConsumerDeclaration } from '../declarations/consumer.ts';

export const declaration: ConsumerDeclaration = {
  consumes: 'schedule',
  everyMinutes: 60,
  description:
    'Erases abandoned applications, scans and personal data of decided ones, and what is left of removed files',
  impact: 'Scans and personal data of applicants are kept longer than promised',
  grant: (consumer, resources) => {
    const { table } = resources;
    consumer.readsTable(table, ['Query'], ['byDue']);
    consumer.writesTable(table, ['PutItem', 'DeleteItem']);
    grantErasure(consumer, resources, uploadOwners);
  },
};
