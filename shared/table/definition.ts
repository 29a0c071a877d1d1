/**
 * The one table: its keys and indexes, by name. The CDK, the local stack and the stores' tests create it from
 * here, so that no two of them can differ.
 */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAtSeconds',
  /** All fields that the engine need not understand, as JSON, compressed if it is large (docs/adr/0100). */
  document: 'document',
  /** Attributes that are not part of the document, besides keys: conditions compare them, and updates set them. */
  attributes: [
    'version',
    'schemaVersion',
    'historySequence',
    'state',
    'status',
    'at',
    'operatorId',
    'applicationId',
    'managerSub',
    'openItem',
    'attachmentCount',
    'effectiveDate',
    'startDate',
    'terminationDate',
  ],
  /** Structures that an update sets on their own, each of them as JSON. */
  jsonAttributes: ['characteristics', 'places', 'prices'],
  indexes: {
    /** An operator's entities of one state, newest first. */
    byState: { partitionKey: 'statePartition', sortKey: 'stateSort' },
    /** An operator's entities that are not final, by due date; what ends by itself, by its end. */
    byDue: { partitionKey: 'duePartition', sortKey: 'dueSort' },
    /** What an account manager still has to do, by due date; holds what is not final only, so that a portfolio can move. */
    byManager: { partitionKey: 'managerPartition', sortKey: 'managerSort' },
    /** Search by the operator's own reference, or the name of a service that has none. */
    byReference: { partitionKey: 'referencePartition', sortKey: 'referenceSort' },
    /** Search by name: an item is in an index once, so that each language has its own (docs/adr/0040). */
    byRussianName: { partitionKey: 'namePartition', sortKey: 'russianNameSort' },
    byEnglishName: { partitionKey: 'namePartition', sortKey: 'englishNameSort' },
  },
} as const;

export type IndexName = keyof typeof tableDefinition.indexes;
