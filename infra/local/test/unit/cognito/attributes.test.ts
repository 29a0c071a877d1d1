import { describe, expect, it } from 'vitest';
import { createAttributeRules } from '../../../cognito/attributes.ts';
import { parseUserPoolProperties } from '../../../cognito/pool-properties.ts';

const rules = createAttributeRules(
  parseUserPoolProperties({
    Schema: [
      { Name: 'email', Required: true, Mutable: true },
      { Name: 'name', Required: true, Mutable: true },
      {
        Name: 'operator',
        AttributeDataType: 'String',
        Mutable: false,
        StringAttributeConstraints: { MinLength: '3', MaxLength: '8' },
      },
      {
        Name: 'floor',
        AttributeDataType: 'Number',
        NumberAttributeConstraints: { MinValue: '-2', MaxValue: '40' },
      },
    ],
  }).Schema,
);
const email = { Name: 'email', Value: 'anna@example.org' };

describe('attributes', () => {
  it('accepts standard and declared custom attributes', () => {
    const values = [
      email,
      { Name: 'custom:operator', Value: 'alpha' },
      { Name: 'custom:floor', Value: '-2' },
    ];
    expect(rules.create(values)).toEqual({
      email: 'anna@example.org',
      'custom:operator': 'alpha',
      'custom:floor': '-2',
    });
  });

  it.each([
    ['custom:unknown', 'x'],
    ['operator', 'alpha'],
    ['sub', '7f5c7c0e-2d0b-4a52-8a53-3a2e9a0f1f11'],
    ['custom:operator', 'ab'],
    ['custom:operator', 'alphabetic'],
    ['custom:floor', '41'],
    ['custom:floor', 'ground'],
    ['email', 'anna'],
  ])('refuses %s = “%s” with Cognito’s message', (Name, Value) => {
    expect(() => rules.create([{ Name, Value }])).toThrow(
      expect.objectContaining({
        code: 'InvalidParameterException',
        message: expect.stringContaining('Attributes did not conform to the schema:') as string,
      }),
    );
  });

  it('never changes an immutable attribute, even if it was never set', () => {
    for (const current of [{ 'custom:operator': 'alpha' }, {}])
      expect(() => rules.change(current, [{ Name: 'custom:operator', Value: 'bravo' }])).toThrow(
        'user.custom:operator: Attribute cannot be updated.',
      );
  });

  it('treats custom attributes as immutable and standard ones as mutable by default', () => {
    expect(() => rules.change({}, [{ Name: 'custom:floor', Value: '3' }])).toThrow('cannot be updated');
    expect(rules.change({}, [{ Name: 'nickname', Value: 'Anja' }])).toEqual({ nickname: 'Anja' });
  });

  it('removes an attribute that is set to an empty value', () => {
    expect(rules.change({ email: 'a@b.cc', nickname: 'Anja' }, [{ Name: 'nickname', Value: '' }])).toEqual({
      email: 'a@b.cc',
    });
  });

  it('treats a new e-mail as unverified by default', () => {
    const current = { email: 'old@example.org', email_verified: 'true' };
    expect(rules.change(current, [email])).toMatchObject({ email_verified: 'false' });
    expect(rules.change(current, [email, { Name: 'email_verified', Value: 'true' }])).toMatchObject({
      email_verified: 'true',
    });
    expect(rules.change(current, [{ Name: 'email', Value: 'old@example.org' }])).toEqual(current);
  });

  it('reports missing required attributes', () => {
    expect(rules.findMissing({ email: 'anna@example.org' })).toEqual(['name']);
    expect(rules.findMissing({ email: 'anna@example.org', name: 'Анна' })).toEqual([]);
  });
});
