import * as z from 'zod';

/** Variables of this function: none, since the event has the user pool's id. */
export const environmentSchema = z.object({});
