import * as z from 'zod';
import { specificationCharacteristic, specificationCharacteristicInput } from './characteristic.ts';
import { entity, entityInput, entityQuery } from './entity.ts';

/** TMF620 `ProductSpecification`: the characteristics of one kind of service, optional and mandatory. */
export const productSpecification = z
  .strictObject({
    ...entity,
    '@type': z.literal('CabinetProductSpecification'),
    '@baseType': z.literal('ProductSpecification'),
    productSpecCharacteristic: z.array(specificationCharacteristic),
  })
  .meta({ id: 'ProductSpecification' });

export const productSpecificationInput = z
  .strictObject({
    ...entityInput,
    productSpecCharacteristic: z.array(specificationCharacteristicInput).max(40).optional(),
  })
  .meta({ id: 'ProductSpecificationInput' });

export const productSpecificationQuery = z.strictObject(entityQuery);
