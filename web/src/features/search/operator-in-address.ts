const ofId = /^\/(?:orders|services)\/([a-z0-9]{2,32})-[0-9A-HJKMNP-TV-Z]{26}$/;
const wholeId = /^([a-z0-9]{2,32})-[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * The operator whose orders and services a user of the carrier searches: that of a pasted id, otherwise that of the
 * list's filter, otherwise that of the order or service on the screen.
 */
export function operatorInAddress(
  {
    pathname,
    search,
  }: { readonly pathname: string; readonly search: { readonly operatorId?: string | undefined } },
  typed: string,
): string | undefined {
  return wholeId.exec(typed.trim())?.[1] ?? search.operatorId ?? ofId.exec(pathname)?.[1];
}
