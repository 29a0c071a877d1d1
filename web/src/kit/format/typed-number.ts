/** A number without grouping spaces. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/\s/g, '');
}

/** A telephone number as it is dialled: `8 (495) 123-45-67` is +74951234567. */
export function phoneOf(typed: string): string {
  const dialled = typed.replaceAll(/[\s()\p{Pd}.]/gu, '');
  return /^8\d{10}$/.test(dialled) ? `+7${dialled.slice(1)}` : dialled;
}
