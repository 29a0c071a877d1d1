import * as z from 'zod';
import { characteristicTypes } from '../../../shared/offering/offering-record.ts';
import { ignored } from '../../../shared/tmf/resource.ts';

/** A value of a characteristic: a stable code, a number or a boolean. */
const characteristicValue = z.union([z.string().min(1).max(100), z.number(), z.boolean()]);

const unitOfMeasure = z.string().min(1).max(20);
const regex = z.string().min(1).max(200);

/** One of the choices, the range of a number, or the pattern of a text. */
const valueSpecification = z
  .strictObject({
    value: characteristicValue.optional(),
    label: z.string().optional(),
    isDefault: z.boolean().optional(),
    valueFrom: z.int().optional(),
    valueTo: z.int().optional(),
    unitOfMeasure: unitOfMeasure.optional(),
    regex: regex.optional(),
  })
  .meta({ id: 'CharacteristicValueSpecification' });

const ignoredTypes = ignored('@type', '@baseType', '@schemaLocation');

const valueSpecificationInput = z.strictObject({
  value: characteristicValue.optional(),
  label: z.string().trim().min(1).max(200).optional(),
  isDefault: z.boolean().optional(),
  valueFrom: z.int().optional(),
  valueTo: z.int().optional(),
  unitOfMeasure: unitOfMeasure.optional(),
  ...ignored('valueType', 'regex'),
  ...ignoredTypes,
});

const valueSpecificationInputs = z.array(valueSpecificationInput).max(60);

/** TMF620 `ProductSpecificationCharacteristic`. */
export const specificationCharacteristic = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    description: z.string().optional(),
    valueType: z.enum(characteristicTypes),
    configurable: z.boolean(),
    minCardinality: z.int(),
    maxCardinality: z.int(),
    regex: regex.optional(),
    productSpecCharacteristicValue: z.array(valueSpecification).optional(),
  })
  .meta({ id: 'ProductSpecificationCharacteristic' });

export const specificationCharacteristicInput = z.strictObject({
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/),
  label: z.string().trim().min(1).max(200),
  description: z.string().trim().max(1000).optional(),
  valueType: z.enum(characteristicTypes),
  configurable: z.boolean().optional(),
  minCardinality: z.int().min(0).max(1).optional(),
  maxCardinality: z.literal(1).optional(),
  regex: regex.optional(),
  productSpecCharacteristicValue: valueSpecificationInputs.optional(),
  ...ignoredTypes,
});

/** TMF620 `ProductSpecificationCharacteristicValueUse`, as an offering shows the characteristics that it has. */
export const characteristicUse = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    description: z.string().optional(),
    valueType: z.enum(characteristicTypes),
    configurable: z.boolean(),
    minCardinality: z.int(),
    maxCardinality: z.int(),
    productSpecCharacteristicValue: z.array(valueSpecification).optional(),
  })
  .meta({ id: 'ProductSpecificationCharacteristicValueUse' });

/** How an offering narrows a characteristic; the rest comes from the specification. */
export const characteristicUseInput = z.strictObject({
  name: z.string().min(1).max(50),
  minCardinality: z.int().min(0).max(1).optional(),
  productSpecCharacteristicValue: valueSpecificationInputs.optional(),
  ...ignored('label', 'description', 'valueType', 'configurable', 'maxCardinality', 'productSpecification'),
  ...ignoredTypes,
});

/**
 * TMF620 `ProductSpecificationCharacteristicValueUse`, as a price uses it: with a value, the price applies where the
 * characteristic has that value; without one, the characteristic's number multiplies the price.
 */
export const priceCharacteristicUse = z.strictObject({
  name: z.string(),
  productSpecCharacteristicValue: z.array(z.strictObject({ value: characteristicValue })).optional(),
});

export const priceCharacteristicUseInput = z.strictObject({
  name: z.string().min(1).max(50),
  productSpecCharacteristicValue: z
    .array(
      z.strictObject({ value: characteristicValue, ...ignored('valueType', 'isDefault'), ...ignoredTypes }),
    )
    .max(1)
    .optional(),
  ...ignored('valueType', 'description', 'productSpecification'),
  ...ignoredTypes,
});

export type ValueSpecification = z.infer<typeof valueSpecification>;
export type ValueSpecificationInput = z.infer<typeof valueSpecificationInput>;
export type SpecificationCharacteristic = z.infer<typeof specificationCharacteristic>;
export type SpecificationCharacteristicInput = z.infer<typeof specificationCharacteristicInput>;
export type CharacteristicUseResource = z.infer<typeof characteristicUse>;
export type CharacteristicUseInput = z.infer<typeof characteristicUseInput>;
export type PriceCharacteristicUse = z.infer<typeof priceCharacteristicUse>;
export type PriceCharacteristicUseInput = z.infer<typeof priceCharacteristicUseInput>;
