import { hasUnseenLetters } from "@/lib/base/forms/storable-text";

import { phoneNumber } from "./phone";

/** A kecamatan or village whose head may get an account. */
export type HeadPlace = {
  readonly code: string;
  readonly name: string;
  /** What it lies in: the kecamatan of a village, the kabupaten of a kecamatan. */
  readonly within: string;
};

/** A head as a line names them. */
export type HeadLine = {
  readonly code: string;
  /** "": the line has none, and the place's own title is shown. */
  readonly name: string;
  readonly phone: string | null;
};

/** Why a line is left out. Each has a sentence under `people.heads.lineProblems`. */
type HeadLineProblem = "unknownPlace" | "severalPlaces" | "twice" | "name" | "phone";

export type RejectedHeadLine = {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly problem: HeadLineProblem;
};

/** Displayed names hold 80 letters, with the title behind the name. */
const maxName = 40;

/**
 * Heads as they are typed, pasted from a sheet or read from one, a line for each: the place's code or
 * name, before a village's name its kecamatan where several have that name; then the person's name and
 * telephone number, both of which may be missing. Semicolons or tabs stand between. A first line that
 * names columns is one.
 */
export function readHeadLines(
  text: string,
  places: readonly HeadPlace[],
): { readonly heads: readonly HeadLine[]; readonly rejected: readonly RejectedHeadLine[] } {
  const find = finder(places);
  const heads = new Map<string, HeadLine>();
  const rejected: RejectedHeadLine[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const parts = line.split(/[;\t]/).map((part) => part.trim());
    if (parts.every((part) => part === "") || (heads.size === 0 && isHead(parts))) return;
    const reject = (problem: HeadLineProblem) => {
      rejected.push({ line: index + 1, text: line.trim().slice(0, 120), problem });
    };
    const found = find(parts);
    if (typeof found === "string") return reject(found);
    const [name = "", phone = ""] = found.rest;
    if (heads.has(found.code)) return reject("twice");
    if (name.length > maxName || hasUnseenLetters(name)) return reject("name");
    const number = phone === "" ? null : phoneNumber(/^8/.test(phone) ? `0${phone}` : phone);
    if (phone !== "" && number === null) return reject("phone");
    heads.set(found.code, { code: found.code, name, phone: number });
  });
  return { heads: [...heads.values()], rejected };
}

const columnWords = /^(kode|kecamatan|desa|kelurahan|desa\/kelurahan|wilayah|no\.?|nama)\b/i;

function isHead(parts: readonly string[]): boolean {
  const named = parts.filter((part) => part !== "");
  return (
    named.length > 1 &&
    named.every((part) => columnWords.test(part) || /telepon|hp|wa|tel/i.test(part))
  );
}

/** Finds the place that a line begins with, and what stands behind it. */
function finder(places: readonly HeadPlace[]) {
  const codes = new Map(places.map((place) => [place.code.replaceAll(".", ""), place.code]));
  const names = new Map<string, HeadPlace[]>();
  for (const place of places) {
    const key = folded(place.name);
    names.set(key, [...(names.get(key) ?? []), place]);
  }
  return (
    parts: readonly string[],
  ): { readonly code: string; readonly rest: readonly string[] } | HeadLineProblem => {
    const [first = "", second = ""] = parts;
    const code = codes.get(first.replaceAll(/[.\s]/g, ""));
    if (code !== undefined) return { code, rest: parts.slice(1) };
    // A village behind its kecamatan, or a kecamatan behind its kabupaten.
    const [inner] = (names.get(folded(second)) ?? []).filter(
      ({ within }) => folded(within) === folded(first),
    );
    if (inner) return { code: inner.code, rest: parts.slice(2) };
    const named = names.get(folded(first)) ?? [];
    const [only] = named;
    if (!only) return "unknownPlace";
    return named.length > 1 ? "severalPlaces" : { code: only.code, rest: parts.slice(1) };
  };
}

/** A name as it is compared: without its kind, marks, blanks and capitals. */
function folded(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/^\s*(kecamatan|kec\.?|desa|kelurahan|kel\.?|kabupaten|kab\.?)\s+/, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
