import * as z from 'zod';

/** Somebody of the carrier, by subject, as the carrier's own people read it. */
export const carrierPerson = z.strictObject({
  id: z.string(),
  /** It is who asks. */
  isMe: z.boolean(),
});

/** Names somebody of the carrier to a reader. */
export function presentCarrierPerson(
  id: string,
  reader: { readonly sub: string },
): z.infer<typeof carrierPerson> {
  return { id, isMe: id === reader.sub };
}
