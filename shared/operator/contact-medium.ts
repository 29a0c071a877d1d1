import * as z from 'zod';
import { oneLine } from '../requisites/one-line.ts';
import { timePeriod } from '../tmf/resource.ts';

/** TMF `ContactMedium`: one way to reach an operator, or its registered address. */
export const contactMedium = z
  .strictObject({
    mediumType: oneLine.max(50),
    preferred: z.boolean().optional(),
    characteristic: z.strictObject({
      city: oneLine.optional(),
      contactType: oneLine.optional(),
      country: oneLine.optional(),
      emailAddress: z.email().max(128).optional(),
      faxNumber: oneLine.optional(),
      phoneNumber: oneLine.optional(),
      postCode: oneLine.optional(),
      socialNetworkId: oneLine.optional(),
      stateOrProvince: oneLine.optional(),
      street1: oneLine.optional(),
      street2: oneLine.optional(),
    }),
    validFor: timePeriod.optional(),
  })
  .meta({ id: 'ContactMedium' });

export type ContactMedium = z.infer<typeof contactMedium>;

/** All contact media of an operator. */
export const contactMedia = z.array(contactMedium).max(20);
