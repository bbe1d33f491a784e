import { classLines } from "./addressee-lines";
import type { Addressee } from "./directive";

type Office = { readonly code: string; readonly name: string; readonly headTitle: string | null };

/** What a form offers of whom a directive is addressed to. */
export type AddresseeChoices = {
  /** Of the register; who is asked is its head, where the register says what that is called. */
  readonly offices: readonly (Office & { readonly isTicked: boolean })[];
  /** How many the kabupaten has. */
  readonly subdistricts: { readonly count: number; readonly isTicked: boolean };
  readonly villages: { readonly count: number; readonly isTicked: boolean };
  /** Classes without a register, a line each. */
  readonly classes: string;
};

/**
 * The boxes and lines of a form as a draft has filled them; of a new one nothing is ticked. An office
 * that was closed is offered only where the draft has it.
 */
export function addresseeChoicesOf(
  addressees: readonly Addressee[],
  offices: readonly (Office & { readonly isClosed: boolean })[],
  areas: { readonly subdistricts: number; readonly villages: number },
): AddresseeChoices {
  const has = (kind: Addressee["kind"]) => addressees.some((each) => each.kind === kind);
  const ticked = new Set(
    addressees.flatMap(({ kind, office }) => (kind === "office" && office ? [office.code] : [])),
  );
  return {
    offices: offices
      .filter(({ code, isClosed }) => !isClosed || ticked.has(code))
      .map(({ code, name, headTitle }) => ({ code, name, headTitle, isTicked: ticked.has(code) })),
    subdistricts: { count: areas.subdistricts, isTicked: has("subdistricts") },
    villages: { count: areas.villages, isTicked: has("villages") },
    classes: classLines(addressees.filter(({ kind }) => kind === "class")),
  };
}
