import type { AddresseeKind, DirectiveKind } from "./directive";

/** How what was issued is laid out: by its decisions, by whom it is addressed to, by kecamatan. */
type DirectiveView = "orders" | "addressees" | "subdistricts";

/** How addresses say it (`lihat=kecamatan`). */
const words: Readonly<Record<DirectiveView, string>> = {
  orders: "keputusan",
  addressees: "penerima",
  subdistricts: "kecamatan",
};

/** Those that a directive has: of a meeting its decisions first; by kecamatan where their heads are asked. */
export function viewsOf(
  kind: DirectiveKind,
  addressees: readonly { readonly kind: AddresseeKind }[],
): readonly DirectiveView[] {
  const hasAreas = addressees.some((each) => isOfAreas(each.kind));
  return [
    ...(kind === "meeting" ? (["orders"] as const) : []),
    "addressees",
    ...(hasAreas ? (["subdistricts"] as const) : []),
  ];
}

function isOfAreas(kind: AddresseeKind): boolean {
  return kind === "subdistricts" || kind === "villages";
}

/** The one that an address names; the first without one, or where there is no such. */
export function readDirectiveView(
  word: string | undefined,
  views: readonly DirectiveView[],
): DirectiveView {
  return views.find((view) => words[view] === word) ?? views[0] ?? "addressees";
}

/** null: it is the first, which needs no word. */
export function directiveViewWord(
  view: DirectiveView,
  views: readonly DirectiveView[],
): string | null {
  return view === views[0] ? null : words[view];
}
