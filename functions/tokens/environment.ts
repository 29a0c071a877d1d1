import * as z from 'zod';

/** Variables of this function: none of its own, since the event names the user pool. */
export const environmentSchema = z.object({});
