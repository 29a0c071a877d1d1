import type * as z from 'zod';
import { describeDefinition, defineCharacteristic } from './characteristic-definition.ts';
import { problemsOfDefinitions } from './characteristic-rules.ts';
import { productSpecification, productSpecificationInput } from './contract/product-specification.ts';
import type { EntityKind } from './entity-kind.ts';
import { describedBy, describeEntity } from './entity-resource.ts';
import { type SpecificationRecord, specificationRecordSchema } from './records.ts';

/** Specifications: the characteristics of one kind of service. */
export const specificationKind: EntityKind<
  SpecificationRecord,
  z.output<typeof productSpecificationInput>,
  z.output<typeof productSpecification>,
  unknown
> = {
  name: 'productSpecification',
  recordSchema: specificationRecordSchema,
  inputSchema: productSpecificationInput,
  resourceSchema: productSpecification,
  references: () => [],
  compose: ({ productSpecCharacteristic = [] }, { base, previous, text }) => {
    const pointer = '/productSpecCharacteristic';
    const defined = productSpecCharacteristic.map((characteristic, index) =>
      defineCharacteristic(
        characteristic,
        previous?.characteristics.find(({ name }) => name === characteristic.name),
        text,
        `${pointer}/${index}`,
      ),
    );
    const characteristics = defined.map(({ definition }) => definition);
    return {
      record: { ...base, characteristics },
      problems: [
        ...defined.flatMap(({ problems }) => problems),
        ...problemsOfDefinitions(characteristics, pointer),
      ],
    };
  },
  inputOf: (record, language) => ({
    ...describedBy(record, language),
    productSpecCharacteristic: record.characteristics.map((definition) =>
      describeDefinition(definition, language),
    ),
  }),
  describe: (record, language) => ({
    ...describeEntity('productSpecification', record, language),
    '@type': 'CabinetProductSpecification',
    '@baseType': 'ProductSpecification',
    productSpecCharacteristic: record.characteristics.map((definition) =>
      describeDefinition(definition, language),
    ),
  }),
  conditions: () => [],
};
