import { describe, expect, it } from 'vitest';
import { membershipOf, parseClaims } from '../../../../shared/auth/membership.ts';

describe('membershipOf', () => {
  it('knows an operator and its roles, whatever other groups there are', () => {
    expect(membershipOf(['operator-north', 'finance', 'newsletter', 'technical'])).toEqual({
      side: 'operator',
      operatorId: 'north',
      roles: ['finance', 'technical'],
    });
  });

  it('knows the roles of the carrier', () => {
    expect(membershipOf(['manager', 'support'])).toEqual({ side: 'carrier', roles: ['manager', 'support'] });
  });

  it.each([
    [[], 'noGroup'],
    [['newsletter'], 'noGroup'],
    [['administrator'], 'roleWithoutOperator'],
    [['operator-north'], 'noRole'],
    [['operator-north', 'operator-south', 'finance'], 'severalOperators'],
    [['operator-north', 'operator-south'], 'severalOperators'],
    [['operator-north', 'finance', 'manager'], 'operatorAndCarrier'],
    [['operator-north', 'support'], 'operatorAndCarrier'],
    [['finance', 'manager'], 'operatorAndCarrier'],
    [['operator-', 'finance'], 'unknownOperator'],
    [['operator-North Sea', 'finance'], 'unknownOperator'],
    [['operator-a#b', 'finance'], 'unknownOperator'],
    [['Operator-north', 'finance'], 'roleWithoutOperator'],
  ])('refuses %j as %s', (groups, code) => {
    expect(() => membershipOf(groups)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('parseClaims', () => {
  it('reads the text that API Gateway makes of a list', () => {
    expect(parseClaims({ sub: 's', 'cognito:groups': '[operator-north finance]' }).groups).toEqual([
      'operator-north',
      'finance',
    ]);
  });

  it('reads the name, if there is one', () => {
    expect(parseClaims({ sub: 's', name: 'Анна Северная' }).name).toBe('Анна Северная');
    expect(parseClaims({ sub: 's' })).not.toHaveProperty('name');
  });

  it('reads no groups as none', () => {
    expect(parseClaims({ sub: 's' }).groups).toEqual([]);
    expect(parseClaims({ sub: 's', 'cognito:groups': '[]' }).groups).toEqual([]);
  });
});
