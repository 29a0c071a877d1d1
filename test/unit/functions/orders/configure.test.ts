import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, configure } from '../../../../functions/orders/configure.ts';
import { characteristicDefinitionSchema } from '../../../../shared/offering/offering-record.ts';

const text = (words: string) => ({ ru: words, en: words });
const define = (parts: object) =>
  characteristicDefinitionSchema.parse({
    label: text('Label'),
    description: text(''),
    valueType: 'string',
    mandatory: false,
    configurable: true,
    ...parts,
  });

const definitions = [
  define({ name: 'bandwidth', valueType: 'integer', mandatory: true, from: 10, to: 1000, unit: 'Mbit/s' }),
  define({
    name: 'port',
    mandatory: true,
    configurable: false,
    choices: [
      { value: '10GE', label: text('10GE'), isDefault: true },
      { value: '100GE', label: text('100GE'), isDefault: false },
    ],
  }),
  define({ name: 'autonomousSystem', pattern: 'AS\\d{1,10}' }),
  define({ name: 'protected', valueType: 'boolean' }),
  define({ name: 'since', valueType: 'date' }),
];

const pointer = '/c';
const problemsOf = (given: { name: string; value: string | number | boolean }[], before?: typeof given) =>
  configure({ given, definitions, before, pointer }).problems.map((problem) => [
    problem.pointer,
    problem.message.en,
  ]);

describe('configuring a new service', () => {
  it('fills in defaults, in the order of the specification', () => {
    const { characteristics, problems } = configure({
      given: [
        { name: 'autonomousSystem', value: 'AS1' },
        { name: 'bandwidth', value: 100 },
      ],
      definitions,
      pointer,
    });
    expect(problems).toEqual([]);
    expect(characteristics).toEqual([
      { name: 'bandwidth', value: 100 },
      { name: 'port', value: '10GE' },
      { name: 'autonomousSystem', value: 'AS1' },
    ]);
  });

  it('reports every problem at once, each with its pointer', () => {
    const given = [
      { name: 'colour', value: 'red' },
      { name: 'port', value: '1GE' },
      { name: 'port', value: '10GE' },
      { name: 'autonomousSystem', value: '1' },
      { name: 'protected', value: 'yes' },
      { name: 'since', value: 'soon' },
    ];
    expect(problemsOf(given)).toEqual([
      [
        '/c/0/name',
        'There is no such characteristic; there are: bandwidth, port, autonomousSystem, protected, since',
      ],
      ['/c/1/value', 'One of: 10GE, 100GE'],
      ['/c/2/name', 'The characteristic is listed twice'],
      ['/c/3/value', expect.stringContaining('AS')],
      ['/c/4/value', expect.stringContaining('true or false')],
      ['/c/5/value', expect.stringContaining('ISO 8601')],
      ['/c', 'The characteristic bandwidth (Label) is missing'],
    ]);
  });

  it('accepts exactly what the definitions allow', () => {
    const bandwidths = fc.oneof(fc.integer({ min: -10, max: 1100 }), fc.double({ noNaN: true }), fc.string());
    const ports = fc.oneof(fc.constantFrom('10GE', '100GE', '1GE'), fc.boolean());
    fc.assert(
      fc.property(bandwidths, fc.option(ports, { nil: undefined }), (bandwidth, port) => {
        const given = [
          { name: 'bandwidth', value: bandwidth },
          ...(port === undefined ? [] : [{ name: 'port', value: port }]),
        ];
        const isRight =
          typeof bandwidth === 'number' &&
          Number.isInteger(bandwidth) &&
          bandwidth >= 10 &&
          bandwidth <= 1000 &&
          [undefined, '10GE', '100GE'].includes(port as string);
        expect(problemsOf(given).length === 0).toBe(isRight);
      }),
    );
  });
});

describe('configuring an existing service', () => {
  const before = [
    { name: 'bandwidth', value: 100 },
    { name: 'port', value: '10GE' },
    { name: 'retired', value: 'x' },
  ];

  it('leaves other characteristics unchanged, even those no longer in the catalogue', () => {
    const given = [{ name: 'bandwidth', value: 200 }];
    const { characteristics } = configure({ given, definitions, before, pointer });
    expect(characteristics).toEqual([{ name: 'bandwidth', value: 200 }, ...before.slice(1)]);
    expect(changesBetween(before, characteristics)).toEqual([{ name: 'bandwidth', from: 100, to: 200 }]);
  });

  it('refuses to change a fixed characteristic, but accepts its current value', () => {
    expect(problemsOf([{ name: 'port', value: '10GE' }], before)).toEqual([]);
    expect(problemsOf([{ name: 'port', value: '100GE' }], before)).toEqual([
      ['/c/0/value', 'This characteristic of a delivered service cannot be changed: 10GE'],
    ]);
  });
});
