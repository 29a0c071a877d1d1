import * as z from 'zod';

/** A member of the carrier's staff, by subject, as shown to the staff only. */
export const carrierPerson = z
  .strictObject({
    id: z.string(),
    /** Whether it is the caller. */
    isMe: z.boolean(),
  })
  .meta({ id: 'CarrierPerson' });

/** Presents a member of the carrier's staff to a reader. */
export function presentCarrierPerson(
  id: string,
  reader: { readonly sub: string },
): z.infer<typeof carrierPerson> {
  return { id, isMe: id === reader.sub };
}
