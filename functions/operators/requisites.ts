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

/** TMF632 `organizationIdentification`: an operator's official numbers, complete and consistent. */
export const identifications = z.array(identification).min(1).max(3).superRefine(checkIdentifications);

const words = {
  missing: { ru: 'Нужны ИНН и ОГРН (ОГРНИП)', en: 'ИНН and ОГРН (ОГРНИП) are required' },
  duplicate: { ru: 'Такой номер здесь уже есть', en: 'A number of this kind is already in the list' },
} as const;

/** Requisites from an operator's identifications; undefined if ИНН or ОГРН is missing. */
export function requisitesOf(list: readonly Identification[]): Requisites | undefined {
  const found = new Map(
    list.map(({ identificationType, identificationId }) => [
      requisiteOf[identificationType],
      identificationId,
    ]),
  );
  const taxpayerNumber = found.get('taxpayerNumber');
  const registrationNumber = found.get('registrationNumber');
  if (taxpayerNumber === undefined || registrationNumber === undefined) return undefined;
  return { taxpayerNumber, registrationNumber, registrationReasonCode: found.get('registrationReasonCode') };
}

function checkIdentifications(list: readonly Identification[], context: z.RefinementCtx): void {
  const kinds = list.map(({ identificationType }) => requisiteOf[identificationType]);
  for (const [index, kind] of kinds.entries()) {
    if (kinds.indexOf(kind) !== index)
      context.addIssue({
        code: 'custom',
        path: [index, 'identificationType'],
        params: { words: words.duplicate },
      });
  }
  const requisites = requisitesOf(list);
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
