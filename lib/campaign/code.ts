/** Code of a reporting unit: plain, because it stands in addresses and files. */
export const unitCodeShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;

/**
 * Whether a unit can have the code. Whatever names a unit, in an address, a report or an action, is
 * asked this before the database is: no other text is a unit's, and some no statement takes.
 */
export function isUnitCode(text: string): boolean {
  return unitCodeShape.test(text);
}
