import * as z from 'zod';
import { requisiteOf } from '../../shared/requisites/identification.ts';
import {
  problemsOfRequisites,
  registrationNumberSchema,
  registrationReasonCodeSchema,
  type Requisites,
  taxpayerNumberSchema,
} from '../../shared/requisites/requisites-schema.ts';

const identification = z.discriminatedUnion('identificationType', [
  z.strictObject({ identificationType: z.literal('ИНН'), identificationId: taxpayerNumberSchema }),
  z.strictObject({ identificationType: z.literal('КПП'), identificationId: registrationReasonCodeSchema }),
  z.strictObject({
    identificationType: z.enum(['ОГРН', 'ОГРНИП']),
    identificationId: registrationNumberSchema,
  }),
]);

type Identification = z.infer<typeof identification>;

/** TMF632 `organizationIdentification`: by what the state knows an operator, whole and right in itself. */
export const identifications = z.array(identification).min(1).max(3).superRefine(checkIdentifications);

const words = {
  missing: { ru: 'Нужны ИНН и ОГРН (ОГРНИП)', en: 'An ИНН and an ОГРН (ОГРНИП) are needed' },
  twice: { ru: 'Такой номер здесь уже есть', en: 'There is such a number here already' },
} as const;

/** The requisites among what identifies an operator; undefined where ИНН or ОГРН are missing. */
export function requisitesOf(given: readonly Identification[]): Requisites | undefined {
  const found = new Map(
    given.map(({ identificationType, identificationId }) => [
      requisiteOf[identificationType],
      identificationId,
    ]),
  );
  const taxpayerNumber = found.get('taxpayerNumber');
  const registrationNumber = found.get('registrationNumber');
  if (taxpayerNumber === undefined || registrationNumber === undefined) return undefined;
  return { taxpayerNumber, registrationNumber, registrationReasonCode: found.get('registrationReasonCode') };
}

function checkIdentifications(given: readonly Identification[], context: z.RefinementCtx): void {
  const kinds = given.map(({ identificationType }) => requisiteOf[identificationType]);
  for (const [index, kind] of kinds.entries()) {
    if (kinds.indexOf(kind) !== index)
      context.addIssue({
        code: 'custom',
        path: [index, 'identificationType'],
        params: { words: words.twice },
      });
  }
  const requisites = requisitesOf(given);
  if (requisites === undefined) {
    context.addIssue({ code: 'custom', params: { words: words.missing } });
    return;
  }
  for (const problem of problemsOfRequisites(requisites)) {
    const index = kinds.indexOf(problem.attribute);
    const path = index === -1 ? [] : [index, 'identificationId'];
    context.addIssue({ code: 'custom', path, params: { words: problem.words } });
  }
}
