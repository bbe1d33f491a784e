"use client";

import { useState } from "react";

import type { CampaignDraft } from "@/lib/campaign/draft";
import { mergeDrafts, type MergedPart, type Side } from "@/lib/campaign/merge";
import type { ChangeAnswer, OthersChange } from "@/lib/monitor/change-answer";
import type { ChangeConsequences } from "@/lib/monitor/change-list";

type Conflict = {
  readonly others: OthersChange;
  /** What the form was opened with, or a colleague's change that is in it already. */
  readonly base: CampaignDraft;
  readonly choices: Readonly<Record<string, Side>>;
};

/** What is asked of who changes a campaign before it is stored: whose change holds, and whether it shall. */
export function useAskedChange(
  form: { readonly initial: CampaignDraft; readonly readAt: string },
  draft: CampaignDraft,
  answer: ChangeAnswer,
  replace: (draft: CampaignDraft) => void,
) {
  const [answered, setAnswered] = useState(answer);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  // Of the form, not of what is shown of a change: it outlives a colleague's change in between.
  const [reason, changeReason] = useState("");
  const [preview, setPreview] = useState<{ list: ChangeConsequences; of: CampaignDraft } | null>(
    null,
  );

  const merged = conflict
    ? mergeDrafts(
        { base: conflict.base, theirs: conflict.others.theirs, yours: draft },
        conflict.choices,
      )
    : { draft, parts: [] as readonly MergedPart[] };

  if (answer !== answered) {
    setAnswered(answer);
    if (answer.status === "preview") setPreview({ list: answer.list, of: draft });
    if (answer.status === "conflict") {
      setPreview(null);
      // A second one: the first colleague's change is in what was sent.
      if (conflict) replace(merged.draft);
      setConflict({
        others: answer.others,
        base: conflict?.others.theirs ?? form.initial,
        choices: {},
      });
    }
  }
  return {
    /** What is sent. */
    draft: merged.draft,
    readAt: conflict?.others.tag ?? form.readAt,
    /** What the draft began with: what differs from it was typed. */
    base: conflict?.base ?? form.initial,
    /** Goes on with what was typed on an older state: what changed since stands beside it. */
    resume: (base: CampaignDraft) => {
      const others = { theirs: form.initial, tag: form.readAt, by: null, at: null };
      setConflict({ others, base, choices: {} });
    },
    reason,
    changeReason,
    conflict: conflict && {
      ...conflict,
      parts: merged.parts,
      left: merged.parts.filter(({ kept }) => kept === null).length,
      choose: (path: string, side: Side) => {
        setPreview(null);
        setConflict({ ...conflict, choices: { ...conflict.choices, [path]: side } });
      },
    },
    /** Of the draft as it is: what was typed since has not been looked at. */
    preview: preview?.of === draft ? preview.list : null,
    cancel: () => setPreview(null),
  };
}
