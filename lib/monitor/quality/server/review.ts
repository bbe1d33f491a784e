import { createHash } from "node:crypto";

import { keyOf, rules, type Finding, type FindingRule } from "@/lib/monitor/quality/finding";

/** Why a finding is as it should be, in somebody's words. */
export type FindingNote = {
  readonly rule: string;
  readonly subject: string;
  /** Digest of what the finding said then. */
  readonly facts: string;
  readonly note: string;
  /** null: the person is no longer known. */
  readonly notedBy: string | null;
  readonly notedAt: Date;
};

/** A finding as a person sees it. */
export type ReviewedFinding = Finding & {
  readonly facts: string;
  /** Explained, and nothing it says has changed since. */
  readonly isExplained: boolean;
  /** Of an open finding: what was said before its facts changed. */
  readonly note: FindingNote | null;
};

/**
 * What a finding says, as a digest: the same numbers give the same digest, whatever they are called
 * on the screen.
 */
export function reviewedFacts({ day, rows }: Finding): string {
  const said = rows.map(({ kind, column, values }) => [
    kind,
    column ?? null,
    Object.entries(values),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([day, said]))
    .digest("base64url");
}

/**
 * Findings with their notes, the gravest first, then by day, the latest first, then by place. A note
 * whose finding is gone is left out: the fault was corrected.
 */
export function reviewed(
  findings: readonly Finding[],
  notes: readonly FindingNote[],
): ReviewedFinding[] {
  const known = new Map(notes.map((note) => [keyOf(note), note]));
  return findings
    .map((finding) => {
      const [facts, note] = [reviewedFacts(finding), known.get(keyOf(finding)) ?? null];
      return { ...finding, facts, note, isExplained: note?.facts === facts };
    })
    .sort(byGravity);
}

function byGravity(a: Finding, b: Finding): number {
  return (
    rules.indexOf(a.rule) - rules.indexOf(b.rule) ||
    (b.day ?? "").localeCompare(a.day ?? "") ||
    (a.subdistrict?.name ?? "").localeCompare(b.subdistrict?.name ?? "", "id") ||
    (a.place?.name ?? "").localeCompare(b.place?.name ?? "", "id") ||
    a.subject.localeCompare(b.subject)
  );
}

export type RuleCount = {
  readonly rule: FindingRule;
  readonly open: number;
  readonly explained: number;
};

/** How many findings each rule has; every rule, in its order. */
export function countByRule(findings: readonly ReviewedFinding[]): RuleCount[] {
  return rules.map((rule) => {
    const of = findings.filter((finding) => finding.rule === rule);
    const explained = of.filter(({ isExplained }) => isExplained).length;
    return { rule, open: of.length - explained, explained };
  });
}
