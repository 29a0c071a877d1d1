/** How far `offset` reaches in a list before the `next` link has to be followed. */
export const maxOffset = 200;
