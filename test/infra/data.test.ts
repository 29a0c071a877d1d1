import { beforeAll, describe, expect, it } from 'vitest';
import { tableDefinition } from '../../shared/table/definition.ts';
import { synthesizeStage, type SynthesizedStack, synthesisTimeout } from './templates.ts';

describe.each(['dev', 'prod'] as const)('the table of %s', (stage) => {
  let data: SynthesizedStack;
  let table: Record<string, any>;
  beforeAll(async () => {
    data = (await synthesizeStage(stage))['data']!;
    table = data.one('AWS::DynamoDB::GlobalTable').Properties;
  }, synthesisTimeout);

  it('has the keys and the indexes of its definition, each with all attributes', () => {
    const { partitionKey, sortKey, indexes, timeToLive } = tableDefinition;
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ];
    expect(table['KeySchema']).toEqual(keys(partitionKey, sortKey));
    expect(table['TimeToLiveSpecification']).toEqual({ AttributeName: timeToLive, Enabled: true });
    expect(table['GlobalSecondaryIndexes']).toEqual(
      Object.entries(indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keys(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
    );
  });

  it('is paid on demand and lives in one region', () => {
    expect(table['BillingMode']).toBe('PAY_PER_REQUEST');
    expect(table['Replicas']).toHaveLength(1);
  });

  it('can be restored to any second of five weeks, and cannot be deleted by accident', () => {
    expect(table['Replicas'][0]).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      DeletionProtectionEnabled: true,
    });
    expect(data.one('AWS::DynamoDB::GlobalTable').DeletionPolicy).toBe(
      stage === 'prod' ? 'Retain' : 'Delete',
    );
  });

  it('streams what an item was and what it became', () => {
    expect(table['StreamSpecification']).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
  });

  it('is encrypted with the key that DynamoDB owns', () => {
    expect(table['SSESpecification']).toEqual({ SSEEnabled: false });
  });

  it('is in a stack that is protected from deletion if data must be retained', () => {
    expect(data.terminationProtection).toBe(stage === 'prod');
  });
});
