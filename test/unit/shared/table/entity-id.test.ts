import { describe, expect, it } from 'vitest';
import { formatEntityId, parseEntityId } from '../../../../shared/table/entity-id.ts';

const ulid = '01KAMW0F0G7C8M1R2S3T4V5W6X';

describe('entity ids', () => {
  it('come back as they were written', () => {
    const id = { operatorId: 'north', ulid };
    expect(parseEntityId(formatEntityId(id))).toEqual(id);
  });

  it.each([
    '',
    'north',
    ulid,
    `north-${ulid}X`,
    `north-${ulid.toLowerCase()}`,
    `North-${ulid}`,
    `north-${ulid}#NOTE`,
    `OP#north-${ulid}`,
    `../north-${ulid}`,
    `__proto__-${ulid}`,
  ])('of another shape than ours do not exist: %j', (id) => {
    expect(() => parseEntityId(id)).toThrow(expect.objectContaining({ code: 'notFound' }) as Error);
  });
});
