import { describe, expect, test } from "vitest";

import {
  linkOf,
  shownRows,
  sortOf,
  type DataColumn,
  type DataRow,
} from "@/components/base/ui/data-table-row";

const link = {
  href: `/sumber?wilayah=${encodeURIComponent("{id}")}`,
  name: "{text} dosis, {name}",
};

const columns: readonly DataColumn[] = [
  { id: "nama", label: "Desa", align: "start", isDescendingFirst: false, isSearched: true },
  { id: "kecamatan", label: "Kec.", align: "start", isDescendingFirst: false, isSearched: true },
  { id: "dosis", label: "Dosis", align: "end", isDescendingFirst: true, link },
  { id: "laju", label: "Laju", align: "end", isDescendingFirst: true },
];

const rows: readonly DataRow[] = [
  { id: "1", cells: ["Desa 10", "Selat", 9, ["3,3", 3.25]] },
  { id: "2", cells: ["Desa 9", "Selat", "belum lapor", ["belum pernah", null]] },
  { id: "3", cells: ["Ujung", "Basarang", 100, ["3,3", 3.3]] },
  { id: "4", cells: ["Anjir", "Selat", null, null] },
];

const order = (id: string, isDescending: boolean, sought = "") =>
  shownRows(rows, columns, { id, isDescending, sought }).map((row) => row.id);

describe("rows of a table", () => {
  test("are sorted by what a cell is, not by what it says", () => {
    expect(order("laju", false).slice(0, 2)).toEqual(["1", "3"]);
    expect(order("laju", true).slice(0, 2)).toEqual(["3", "1"]);
  });

  test("have names in the order in which people count", () => {
    expect(order("nama", false)).toEqual(["4", "2", "1", "3"]);
  });

  test("without a number come last either way", () => {
    expect(order("dosis", false)).toEqual(["1", "3", "2", "4"]);
    expect(order("dosis", true)).toEqual(["3", "1", "2", "4"]);
  });

  test("are found by their name and their kecamatan, and by nothing else", () => {
    expect(order("nama", false, " selat ")).toEqual(["4", "2", "1"]);
    expect(order("nama", false, "UJUNG")).toEqual(["3"]);
    expect(order("nama", false, "100")).toEqual([]);
  });

  test("keep the order that they came in where no column of that name is", () => {
    expect(order("tiada", true)).toEqual(["1", "2", "3", "4"]);
  });
});

test("a text among linked numbers sorts as none", () => {
  expect(sortOf("belum lapor", link)).toBeNull();
  expect(sortOf("Selat", undefined)).toBe("Selat");
  expect(sortOf(undefined, undefined)).toBeNull();
});

test("a link names the row's own number, without the sign of a gain", () => {
  expect(linkOf(link, { id: "36.02.14", name: "Banjarsari" }, "+44")).toEqual({
    href: "/sumber?wilayah=36.02.14",
    name: "44 dosis, Banjarsari",
  });
});
