"use client";

import { useEffect } from "react";

import { forgetSentDraft } from "@/lib/base/forms/kept-draft";

/** On the page that a form leads to: what was kept of the form has arrived. */
export function DraftSent({ name }: { readonly name: string }) {
  useEffect(() => forgetSentDraft(name), [name]);
  return null;
}
