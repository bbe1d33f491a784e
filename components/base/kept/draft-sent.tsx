"use client";

import { useEffect } from "react";

import { forgetSentDrafts } from "@/lib/base/forms/kept-draft";

/** On the page that a form leads to: what was kept of the form has arrived. Names as `forgetSentDrafts`. */
export function DraftSent({ name }: { readonly name: string }) {
  useEffect(() => forgetSentDrafts(name), [name]);
  return null;
}
